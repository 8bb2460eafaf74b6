package fr.gouv.workinfrance.demo.past;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.access.Acceptance;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.demo.mailbox.Mailbox;
import fr.gouv.workinfrance.demo.mailbox.SentMessage;
import fr.gouv.workinfrance.demo.past.Step.Verb;
import fr.gouv.workinfrance.demo.past.Step.Who;
import fr.gouv.workinfrance.demo.past.Story.Moment;
import fr.gouv.workinfrance.demo.past.StoryTable.Told;
import fr.gouv.workinfrance.dossier.Asked;
import fr.gouv.workinfrance.dossier.Asking;
import fr.gouv.workinfrance.dossier.Corrections;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Extent;
import fr.gouv.workinfrance.dossier.Given;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Parties;
import fr.gouv.workinfrance.dossier.Preparation;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Sending;
import fr.gouv.workinfrance.dossier.Submission;
import fr.gouv.workinfrance.employer.mandate.Mandate;
import fr.gouv.workinfrance.employer.mandate.Mandate.Giver;
import fr.gouv.workinfrance.employer.mandate.Mandate.Holder;
import fr.gouv.workinfrance.employer.mandate.MandateDeeds;
import fr.gouv.workinfrance.employer.mandate.Mandates;
import fr.gouv.workinfrance.employer.mandate.Power;
import fr.gouv.workinfrance.employer.mandate.Proposal;
import fr.gouv.workinfrance.employer.mandate.Reach.OneRequest;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.examination.Review;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.permit.PermitStatus;
import fr.gouv.workinfrance.permit.Permits;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.reference.Amount;
import fr.gouv.workinfrance.reference.Per;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Plays one step of a story, through the front doors that a person would come by.
@Component
@Profile("demo")
class Scenes {

    private static final Actor DEMO = Actor.system("demo");
    private static final String EMPLOYER = "employeur@exemple.fr";
    private static final String LINK = "/invitation/";
    private static final int LAST_LETTERS = 50;
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private final StoryTable table;
    private final Accounts accounts;
    private final Mailbox mailbox;
    private final Drafts drafts;
    private final Parties parties;
    private final Dossiers dossiers;
    private final Decisions decisions;
    private final Corrections corrections;
    private final Examinations examinations;
    private final Sequels sequels;
    private final Permits permits;
    private final Pieces pieces;
    private final Mandates mandates;
    private final MandateDeeds texts;

    Scenes(
            StoryTable table,
            Accounts accounts,
            Mailbox mailbox,
            Drafts drafts,
            Parties parties,
            Dossiers dossiers,
            Decisions decisions,
            Corrections corrections,
            Examinations examinations,
            Sequels sequels,
            Permits permits,
            Pieces pieces,
            Mandates mandates,
            MandateDeeds texts) {
        this.table = table;
        this.accounts = accounts;
        this.mailbox = mailbox;
        this.drafts = drafts;
        this.parties = parties;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.corrections = corrections;
        this.examinations = examinations;
        this.sequels = sequels;
        this.permits = permits;
        this.pieces = pieces;
        this.mandates = mandates;
        this.texts = texts;
    }

    /// Does what must be done outside of a transaction, and gives back what remains to be done in
    /// one.
    Runnable prepare(Moment moment, Told told) {
        Story story = moment.story();
        Step step = moment.step();
        if (step.verb() == Verb.LOOK) {
            return () -> dossiers.look(told.opened());
        }
        Account who = account(story, step.who());
        if (step.verb() == Verb.OPEN) {
            return () -> open(story, who);
        }
        DossierId id = told.opened();
        String words = story.words().getOrDefault(step.verb(), "");
        return switch (step.verb()) {
            case OPEN, LOOK -> throw new IllegalStateException("done above");
            case ANSWER -> () -> answer(id, told, step, story, who);
            case ATTACH -> pieces.prepare(seen(id, who), step, story, who);
            case MANDATE -> () -> mandate(id, story, who);
            case INVITE -> () -> invite(id, story, who);
            case JOIN -> () -> join(told, who);
            case ATTEST -> () -> parties.attest(id, who);
            case CONTEST -> () -> parties.contest(id, List.of(), words, who);
            case SUBMIT -> () -> submit(id, who);
            case WITHDRAW -> () -> dossiers.withdraw(id, who);
            case ASSIGN ->
                    () -> {
                        Who charged = step.about().isEmpty() ? step.who() : Who.COLLEAGUE;
                        decisions.assign(id, account(story, charged).id(), who);
                    };
            case ASK -> () -> ask(id, story, who);
            case RETURN -> {
                Runnable pieces = this.pieces.again(seen(id, who), story, who);
                yield () -> {
                    pieces.run();
                    mend(id, story, who);
                };
            }
            case CERTIFY -> () -> decisions.certify(id, who);
            case BEGIN -> () -> decisions.begin(id, who);
            case PREPARE -> () -> decide(id, story, words, who);
            case SEND_BACK -> () -> decisions.sendBack(id, words, who);
            case SIGN -> {
                Review review = examinations.review(id, who);
                yield () -> examinations.sign(id, review.hashes(), who);
            }
            case CONSULT -> () -> sequels.consult(id, step, words, who);
            case ADVISE -> () -> sequels.advise(id, story, words, who);
            case APPEAL -> () -> sequels.appeal(id, step, words, who);
            case TAKE_APPEAL -> () -> sequels.take(id, who);
            case RECTIFY -> () -> sequels.rectify(id, story, words, who);
            case SIGN_ACT -> sequels.sign(id, who);
            case END ->
                    () -> permits.follow(id, PermitStatus.Line.Kind.WITHDRAWN, words, who.actor());
        };
    }

    /// Who acts: found by the address, or made with the name that the story gives.
    private Account account(Story story, Who who) {
        String email = requireNonNull(story.people().get(who), () -> story.id() + ": no " + who);
        Optional<Account> known = accounts.byEmail(email);
        if (known.isPresent()) {
            return known.get();
        }
        boolean student = who == Who.STUDENT || story.filer() == Part.WORKER;
        return accounts.rename(
                accounts.create(email, story.language()).id(),
                story.answers().get(student ? "given_names" : "representative_given_names"),
                story.answers().get(student ? "surname" : "representative_surname"),
                null,
                story.language(),
                DEMO);
    }

    /// Drafted by who files, and accepted by the employer of the demonstration.
    private void mandate(DossierId id, Story story, Account who) {
        Dossier dossier = dossiers.dossier(id);
        Names names = Names.of(dossier.answers());
        Account employer = accounts.create(EMPLOYER, story.language());
        LocalDate day = LocalDate.ofInstant(dossier.openedAt(), HolidayZone.METROPOLE.id());
        Mandate drafted =
                mandates.draft(
                        new Proposal(
                                new Giver(requireNonNull(names.employer()), null, employer.id()),
                                new Holder(who.displayName(), "", who.id()),
                                new OneRequest(
                                        id.scope(),
                                        dossier.reference().value(),
                                        "la demande d’autorisation de travail ci-dessous"),
                                EnumSet.complementOf(EnumSet.of(Power.TAKE_BACK)),
                                day,
                                day.plusYears(1)),
                        who);
        mandates.accept(
                drafted.id(), employer.displayName(), "gérante", texts.sha256(drafted), employer);
    }

    private Seen seen(DossierId id, Account who) {
        return dossiers.see(id, who).orElseThrow();
    }

    private void open(Story story, Account who) {
        table.keep(
                story.id(),
                drafts.open(story.procedure(), story.filer(), who, story.language()).id());
    }

    /// Page after page: what is asked depends on what was answered before.
    private void answer(DossierId id, Told told, Step step, Story story, Account who) {
        List<Given> given;
        do {
            Seen seen = seen(id, who);
            given = new ArrayList<>();
            for (Part part : Part.values()) {
                for (Field field : seen.version().visibleFields(part, seen.dossier().values())) {
                    String typed = story.typed(field.id(), told.from());
                    boolean wanted =
                            step.about().isEmpty() || step.about().contains(field.section());
                    if (wanted
                            && seen.fills(part)
                            && !typed.isEmpty()
                            && !answered(seen.dossier(), field)) {
                        int revision = seen.dossier().answers().revision(field.id());
                        given.add(new Given(field.id(), typed, revision));
                    }
                }
            }
            drafts.answer(id, given, who, Locale.FRENCH);
        } while (!given.isEmpty());
    }

    /// What was taken over from an earlier request is answered again, as the story tells it.
    private static boolean answered(Dossier dossier, Field field) {
        return dossier.answers().of(field.id()).filter(known -> known.taken() == null).isPresent();
    }

    private void invite(DossierId id, Story story, Account who) {
        String email = requireNonNull(story.people().get(Who.STUDENT));
        table.keep(
                story.id(), parties.invite(id, Part.WORKER, email, who, story.language()).code());
    }

    /// Follows the link of the letter, and types the code that came by another way.
    private void join(Told told, Account who) {
        String reference = dossiers.dossier(told.opened()).reference().value();
        String token =
                mailbox.last(who.email(), LAST_LETTERS).stream()
                        // someone may be invited to several requests on one day
                        .filter(letter -> letter.body().contains(reference))
                        .flatMap(letter -> letter.lines().stream())
                        .map(SentMessage.Line::address)
                        .filter(address -> address.contains(LINK))
                        .map(address -> address.substring(address.indexOf(LINK) + LINK.length()))
                        .findFirst()
                        .orElseThrow();
        Acceptance accepted = parties.accept(token, requireNonNull(told.code()), who);
        if (!(accepted instanceof Acceptance.Joined)) {
            throw new IllegalStateException("not let in: " + accepted);
        }
    }

    private void submit(DossierId id, Account who) {
        Submission submission = dossiers.submit(id, who, true);
        if (!(submission instanceof Submission.Accepted)) {
            throw new IllegalStateException("not deposited: " + submission);
        }
    }

    private void ask(DossierId id, Story story, Account who) {
        Asking asking =
                new Asking(
                        story.corrections().stream().map(Point::line).toList(),
                        corrections.proposed(dossiers.dossier(id)),
                        "");
        Asked asked = corrections.ask(id, asking, who);
        if (!(asked instanceof Asked.Sent)) {
            throw new IllegalStateException("not asked: " + asked);
        }
    }

    private void mend(DossierId id, Story story, Account who) {
        for (Point point : story.corrections()) {
            if (!point.explained().isEmpty()) {
                corrections.explain(id, point.subject(), point.explained(), who);
            } else if (!point.answer().isEmpty()) {
                String field = point.subject().id();
                int revision = seen(id, who).dossier().answers().revision(field);
                drafts.answer(
                        id,
                        List.of(new Given(field, point.answer(), revision)),
                        who,
                        Locale.FRENCH);
            }
        }
        Sending sending = corrections.send(id, who);
        if (!(sending instanceof Sending.Sent)) {
            throw new IllegalStateException("not sent: " + sending);
        }
    }

    private void decide(DossierId id, Story story, String facts, Account who) {
        Seen seen = seen(id, who);
        Preparation preparation =
                decisions.prepare(id, seen.dossier().version(), decision(seen, story, facts), who);
        if (!(preparation instanceof Preparation.Ready)) {
            throw new IllegalStateException("not prepared: " + preparation);
        }
    }

    /// All that was asked for, or what the story refuses it for.
    private Decision decision(Seen seen, Story story, String facts) {
        if (!story.refused().isEmpty()) {
            return new Decision.Refused(story.refused(), facts);
        }
        Map<String, Object> values = seen.dossier().values();
        LocalDate asked = LocalDate.parse(text(values, Known.CONTRACT_START));
        Map<?, ?> hours = (Map<?, ?>) values.get(Known.WORKING_HOURS.field());
        return new Decision.Granted(
                asked,
                LocalDate.parse(text(values, Known.CONTRACT_END)),
                hours(requireNonNull(hours)),
                text(values, Known.JOB),
                seen.version()
                        .field(Known.CONTRACT_KIND.field())
                        .orElseThrow()
                        .type()
                        .display(text(values, Known.CONTRACT_KIND), Locale.FRENCH),
                text(values, Known.EMPLOYER_NAME),
                Names.of(seen.dossier().answers()).employerSiret(),
                new Extent(
                        decisions.zone(seen.dossier()),
                        FieldType.Money.amount(requireNonNull(values.get(Known.PAY.field()))),
                        List.of(),
                        ""));
    }

    private static Amount hours(Map<?, ?> answered) {
        long minutes = ((Number) requireNonNull(answered.get("minutes"))).longValue();
        return new Amount(
                BigDecimal.valueOf(minutes).divide(MINUTES, 2, RoundingMode.HALF_UP),
                Per.valueOf(String.valueOf(answered.get("per"))));
    }

    private static String text(Map<String, Object> values, Known known) {
        return requireNonNull(values.get(known.field())).toString();
    }
}
