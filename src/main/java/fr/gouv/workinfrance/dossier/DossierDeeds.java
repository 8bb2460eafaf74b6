package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.deed.Author;
import fr.gouv.workinfrance.deed.Deeds;
import fr.gouv.workinfrance.deed.Fact;
import fr.gouv.workinfrance.deed.Passage;
import fr.gouv.workinfrance.deed.Rendered;
import fr.gouv.workinfrance.dossier.Stage.Deposit;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Appeal;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.TimeLimit.Silence;
import fr.gouv.workinfrance.procedure.Version;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the house itself writes to the parties: the acknowledgment and the certificate of
/// completeness. In French, the language of the administration (L111-1 CRPA).
@Component
class DossierDeeds {

    private final Acts acts;
    private final Procedures procedures;
    private final Offices offices;
    private final Deeds deeds;
    private final Ledgers ledgers;
    private final MessageSource words;

    DossierDeeds(
            Acts acts,
            Procedures procedures,
            Offices offices,
            Deeds deeds,
            Ledgers ledgers,
            MessageSource words) {
        this.acts = acts;
        this.procedures = procedures;
        this.offices = offices;
        this.deeds = deeds;
        this.ledgers = ledgers;
        this.words = words;
    }

    /// With all that R112-11-1 CRPA asks: the date of receipt; the service, its addresses and its
    /// telephone; what silence will mean and when, if the request is complete; and, as the case may
    /// be, how to appeal, or the certificate of L232-3.
    Rendered acknowledgment(Dossier dossier) {
        Version version = acts.version(dossier);
        Deposit deposit = dossier.deposit().orElseThrow();
        Office office = offices.office(deposit.office()).orElseThrow();
        ZoneId zone = acts.days(office.id()).zone().id();
        List<Passage> passages = new ArrayList<>();
        passages.add(
                Passage.stating(
                        say("deed.acknowledgment.request"),
                        facts(dossier, moment(deposit.at(), zone))));
        passages.add(
                Passage.stating(
                        say("deed.acknowledgment.service"),
                        List.of(
                                fact("deed.service", office.name()),
                                fact("deed.address", office.address()),
                                fact("deed.email", office.email()),
                                fact("deed.phone", office.phone()))));
        passages.add(silence(dossier, version));
        passages.add(ledgers.passage(Objects.requireNonNull(dossier.clock())));
        long missing =
                dossier.attachments().all().stream()
                        .filter(Attachment.Unavailable.class::isInstance)
                        .count();
        if (missing > 0) {
            // all parties are given this document, and none sees all the pieces
            passages.add(
                    new Passage(
                            say("deed.acknowledgment.unavailable"),
                            List.of(say("deed.acknowledgment.unavailable.count", missing)),
                            List.of()));
        }
        return letter(
                "deed.acknowledgment.title",
                office,
                dossier,
                moment(deposit.at(), zone),
                passages,
                say("deed.acknowledgment.notice"),
                Optional.empty());
    }

    /// Says that nothing is missing, and that it gives no right to work.
    Rendered completeness(Dossier dossier, String caseworker, String capacity) {
        Stage.Certified certified = dossier.certified().orElseThrow();
        Office office = offices.office(dossier.office().orElseThrow()).orElseThrow();
        ZoneId zone = acts.days(office.id()).zone().id();
        Deposit deposit = dossier.deposit().orElseThrow();
        String day = WrittenDate.of(certified.at().atZone(zone).toLocalDate(), Locale.FRENCH);
        return letter(
                "deed.completeness.title",
                office,
                dossier,
                day,
                List.of(
                        Passage.of(
                                say("deed.completeness.what"),
                                say("deed.completeness.says", day),
                                limitSentence(dossier)),
                        Passage.stating(
                                say("deed.acknowledgment.request"),
                                facts(dossier, moment(deposit.at(), zone)))),
                say("deed.completeness.notice"),
                Optional.of(new Author(caseworker, "", capacity, office.name())));
    }

    private Rendered letter(
            String title,
            Office office,
            Dossier dossier,
            String dated,
            List<Passage> passages,
            String notice,
            Optional<Author> author) {
        Map<String, Object> model = new HashMap<>();
        model.put("issuer", List.of(office.name(), office.address()));
        model.put("reference", dossier.reference().value());
        model.put("dated", dated);
        model.put("passages", passages);
        model.put("notice", notice);
        author.ifPresent(known -> model.put("author", known));
        return deeds.render("letter", model, Locale.FRENCH, say(title));
    }

    private List<Fact> facts(Dossier dossier, String received) {
        Names names = Names.of(dossier.answers());
        return List.of(
                fact("deed.reference.label", dossier.reference().value()),
                fact("deed.received", received),
                fact("deed.procedure", procedures.name(dossier.procedure()).in(Locale.FRENCH)),
                fact("deed.worker", orDash(names.worker())),
                fact("deed.employer", orDash(names.employer())),
                fact(
                        "deed.siret",
                        Optional.ofNullable(names.employerSiret())
                                .orElseGet(() -> say("deed.siret.none"))));
    }

    private Passage silence(Dossier dossier, Version version) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(limitSentence(dossier));
        switch (version.timeLimit().silence()) {
            case REFUSAL -> {
                paragraphs.add(say("deed.acknowledgment.refusal.appeals"));
                for (Appeal appeal : version.appeals()) {
                    paragraphs.add(
                            appeal.name().in(Locale.FRENCH)
                                    + " : "
                                    + appeal.statement().words().in(Locale.FRENCH));
                }
            }
            case ACCEPTANCE -> paragraphs.add(say("deed.acknowledgment.acceptance.certificate"));
        }
        return new Passage(say("deed.acknowledgment.silence"), paragraphs, List.of());
    }

    private String limitSentence(Dossier dossier) {
        var clock = dossier.clock();
        if (clock == null) {
            throw new IllegalStateException("a deposited dossier has a clock");
        }
        // as it was on the day of the deposit, however late the queue comes to it
        Optional<LocalDate> limit = Optional.ofNullable(clock.lines().getFirst().limit());
        if (limit.isEmpty()) {
            return say("deed.silence.waits");
        }
        return say(
                clock.silence() == Silence.REFUSAL
                        ? "deed.silence.refusal"
                        : "deed.silence.acceptance",
                WrittenDate.of(limit.get(), Locale.FRENCH));
    }

    private Fact fact(String label, String value) {
        return new Fact(say(label), value);
    }

    private String say(String key, Object... args) {
        return words.getMessage(key, args, Locale.FRENCH);
    }

    private static String moment(Instant at, ZoneId zone) {
        return WrittenDate.of(at.atZone(zone), Locale.FRENCH);
    }

    private static String orDash(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "–" : value;
    }
}
