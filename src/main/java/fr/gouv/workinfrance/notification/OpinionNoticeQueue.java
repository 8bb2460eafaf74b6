package fr.gouv.workinfrance.notification;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.mail.Letter;
import fr.gouv.workinfrance.mail.Mail;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Extension;
import fr.gouv.workinfrance.opinion.ExtensionAsked;
import fr.gouv.workinfrance.opinion.ExtensionSettled;
import fr.gouv.workinfrance.opinion.FactReturned;
import fr.gouv.workinfrance.opinion.Information;
import fr.gouv.workinfrance.opinion.Informations;
import fr.gouv.workinfrance.opinion.OpinionAsked;
import fr.gouv.workinfrance.opinion.OpinionDue;
import fr.gouv.workinfrance.opinion.OpinionEnded;
import fr.gouv.workinfrance.opinion.OpinionGiven;
import fr.gouv.workinfrance.opinion.OpinionLapsed;
import fr.gouv.workinfrance.opinion.Opinions;
import fr.gouv.workinfrance.opinion.ServiceInformed;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Writes to services what they are asked and told, and to whoever is in charge of the dossier what
/// they answered: at once, in the transaction in which it happened; what is posted waits in the
/// queue. A letter has the reference, a day and a link, and names nobody.
@Component
class OpinionNoticeQueue {

    private static final Actor HOUSE = Actor.system("notification-tell");

    private final Opinions opinions;
    private final Informations informations;
    private final Dossiers dossiers;
    private final Offices offices;
    private final Accounts accounts;
    private final Mail mail;
    private final Journal journal;
    private final String baseUrl;

    OpinionNoticeQueue(
            Opinions opinions,
            Informations informations,
            Dossiers dossiers,
            Offices offices,
            Accounts accounts,
            Mail mail,
            Journal journal,
            @Value("${wif.base-url}") String baseUrl) {
        this.opinions = opinions;
        this.informations = informations;
        this.dossiers = dossiers;
        this.offices = offices;
        this.accounts = accounts;
        this.mail = mail;
        this.journal = journal;
        this.baseUrl = baseUrl;
    }

    @EventListener
    void on(OpinionAsked asked) {
        tellService(consultation(asked.dossier(), asked.consultation()), "asked", asked.at());
    }

    @EventListener
    void on(OpinionDue due) {
        tellService(consultation(due.dossier(), due.consultation()), "due", due.at());
    }

    @EventListener
    void on(OpinionLapsed lapsed) {
        Consultation one = consultation(lapsed.dossier(), lapsed.consultation());
        tellService(one, "lapsed", lapsed.at());
        tellAsker(one, "late", lapsed.at());
    }

    @EventListener
    void on(OpinionEnded ended) {
        tellService(consultation(ended.dossier(), ended.consultation()), "ended", ended.at());
    }

    @EventListener
    void on(ExtensionSettled settled) {
        Consultation one = consultation(settled.dossier(), settled.consultation());
        Extension extension = one.extension();
        boolean granted = extension != null && extension.state() == Extension.State.GRANTED;
        tellService(one, granted ? "more-granted" : "more-refused", settled.at());
    }

    @EventListener
    void on(OpinionGiven given) {
        tellAsker(consultation(given.dossier(), given.consultation()), "given", given.at());
    }

    @EventListener
    void on(ExtensionAsked asked) {
        tellAsker(consultation(asked.dossier(), asked.consultation()), "more-asked", asked.at());
    }

    @EventListener
    void on(ServiceInformed informed) {
        Information told = information(informed.dossier(), informed.information());
        Office office = office(told.office());
        post(
                told.dossier(),
                new Told(
                        "informed",
                        told.id(),
                        informed.at(),
                        office.email(),
                        Locale.FRENCH,
                        "/avis/informations/" + told.id()),
                Map.of("reference", told.reference().value(), "service", office.name()));
    }

    @EventListener
    void on(FactReturned returned) {
        Information told = information(returned.dossier(), returned.information());
        inCharge(
                told.dossier(),
                "returned",
                told.id(),
                returned.at(),
                Map.of(
                        "reference",
                        told.reference().value(),
                        "service",
                        office(told.office()).name()));
    }

    private void tellService(Consultation one, String kind, Instant at) {
        Office office = office(one.office());
        post(
                one.dossier(),
                new Told(kind, one.id(), at, office.email(), Locale.FRENCH, "/avis/" + one.id()),
                said(one, office));
    }

    /// Whoever asked: who is in charge of the dossier or, of what a service asked in its turn, that
    /// service.
    private void tellAsker(Consultation one, String kind, Instant at) {
        Map<String, Object> said = said(one, office(one.office()));
        UUID parent = one.parent();
        if (parent == null) {
            inCharge(one.dossier(), kind, one.id(), at, said);
        } else {
            Office asker = office(consultation(one.dossier(), parent).office());
            post(
                    one.dossier(),
                    new Told(kind, one.id(), at, asker.email(), Locale.FRENCH, "/avis/" + parent),
                    said);
        }
    }

    /// To whoever is in charge; to the service, while nobody is.
    private void inCharge(
            DossierId id, String kind, UUID about, Instant at, Map<String, Object> said) {
        Dossier dossier = dossiers.dossier(id);
        UUID assignee = dossier.assignee();
        Account account = assignee == null ? null : accounts.account(assignee).orElse(null);
        String email =
                account == null ? office(dossier.office().orElseThrow()).email() : account.email();
        Locale language = account == null ? Locale.FRENCH : Locale.of(account.language());
        post(
                id,
                new Told(
                        kind,
                        about,
                        at,
                        email,
                        language,
                        "/instruction/dossiers/" + dossier.reference()),
                said);
    }

    private static Map<String, Object> said(Consultation one, Office office) {
        LocalDate due = one.due();
        return Map.of("reference", one.reference().value(), "service", office.name(), "due", due);
    }

    /// One letter.
    ///
    /// @param about the consultation, or the information
    /// @param link below the address of the house
    private record Told(
            String kind, UUID about, Instant at, String email, Locale language, String link) {}

    private void post(DossierId dossier, Told told, Map<String, Object> said) {
        Map<String, Object> model = new HashMap<>(said);
        model.put("kind", told.kind());
        model.put("link", baseUrl + Language.of(told.language()).prefix() + told.link());
        String key = "opinion/%s/%s/%s".formatted(told.about(), told.kind(), told.at());
        mail.post(new Letter(key, told.email(), told.language(), "opinion", model));
        journal.record(
                dossier.subject(),
                HOUSE,
                "notice.service",
                Map.of("kind", told.kind(), "letter", key));
    }

    private Consultation consultation(DossierId dossier, UUID id) {
        return opinions.of(dossier).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Information information(DossierId dossier, UUID id) {
        return informations.of(dossier).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Office office(String id) {
        return offices.office(id).orElseThrow();
    }
}
