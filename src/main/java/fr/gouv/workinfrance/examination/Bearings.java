package fr.gouv.workinfrance.examination;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.deed.Author;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.office.Delegation;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.OfficeKind;
import fr.gouv.workinfrance.office.Offices;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.util.Locale;

/// Says of a document which office gives it, who signs it and under which delegation, its day and
/// its number.
@Component
class Bearings {

    private static final String CHECK = "/verifier";

    private final Offices offices;
    private final MessageSource words;
    private final String baseUrl;

    Bearings(Offices offices, MessageSource words, @Value("${wif.base-url}") String baseUrl) {
        this.offices = offices;
        this.words = words;
        this.baseUrl = baseUrl;
    }

    /// Of the office that handles a dossier.
    Bearing of(Dossier dossier, Hand hand) {
        return of(dossier, office(dossier), hand);
    }

    /// Of what another office than that one says.
    Bearing of(Dossier dossier, Office office, Hand hand) {
        Author author = author(office, hand);
        return dossier.prepared()
                .map(
                        p ->
                                new Bearing(
                                        office,
                                        author,
                                        hand.day(),
                                        p.number().value(),
                                        check() + "/" + p.code(),
                                        hand.project()))
                .orElseGet(
                        () -> new Bearing(office, author, hand.day(), "", check(), hand.project()));
    }

    /// Of a decision that is not prepared yet: its number is not drawn.
    Bearing unnumbered(Dossier foreseen, Hand hand) {
        return of(foreseen, hand).unnumbered(say("deed.project.number"), check());
    }

    private Author author(Office office, Hand hand) {
        Account signatory = hand.signatory();
        return signatory == null
                ? new Author(
                        "", say("deed.project.author"), say("deed.project.capacity"), office.name())
                : new Author(
                        orEmpty(signatory.givenName()),
                        orEmpty(signatory.surname()),
                        orEmpty(signatory.capacity()),
                        office.name(),
                        onBehalf(office, hand.under()),
                        delegation(office, hand.under()));
    }

    private String onBehalf(Office office, @Nullable Delegation under) {
        return under == null || under.authority() ? "" : say(under(office) + ".for");
    }

    private String delegation(Office office, @Nullable Delegation under) {
        return under == null || under.authority()
                ? ""
                : say(
                        under(office),
                        under.act(),
                        WrittenDate.of(under.actDay(), Locale.FRENCH),
                        under.gazette(),
                        WrittenDate.of(under.gazetteDay(), Locale.FRENCH));
    }

    /// A minister delegates by the Journal officiel, a préfet by the collection of his acts.
    private static String under(Office office) {
        return office.kind() == OfficeKind.MINISTRY
                ? "deed.delegation.minister"
                : "deed.delegation";
    }

    /// Where anyone checks an authorization.
    String check() {
        return baseUrl + CHECK;
    }

    Office office(String id) {
        return offices.office(id).orElseThrow();
    }

    Office office(Dossier dossier) {
        return office(dossier.office().orElseThrow());
    }

    private String say(String key, Object... args) {
        return words.getMessage(key, args, Locale.FRENCH);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
