package fr.gouv.workinfrance.examination;

import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.deed.Deeds;
import fr.gouv.workinfrance.deed.Passage;
import fr.gouv.workinfrance.deed.Rendered;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.procedure.Appeal;
import fr.gouv.workinfrance.procedure.LegalSource;
import fr.gouv.workinfrance.procedure.LegalText;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// Writes what comes after a decision, in the manner of the decision itself.
@Component
public class LaterDeeds {

    private final DecisionDeeds deeds;
    private final Bearings bearings;
    private final Deeds press;
    private final MessageSource words;

    LaterDeeds(DecisionDeeds deeds, Bearings bearings, Deeds press, MessageSource words) {
        this.deeds = deeds;
        this.bearings = bearings;
        this.press = press;
        this.words = words;
    }

    /// A letter about a decision that was given: what it is about, what it says, and how to contest
    /// it.
    ///
    /// @param office whose act it is
    /// @param names whom it is about, clerical errors mended
    /// @param routes the ways of contesting it
    public Rendered act(
            Dossier dossier,
            String office,
            Names names,
            String title,
            List<Passage> passages,
            Predicate<Appeal> routes,
            Hand hand) {
        return deeds.letter(
                dossier,
                bearings.of(dossier, bearings.office(office), hand),
                names,
                title,
                passages,
                deeds.version(dossier).appeals().stream().filter(routes).toList());
    }

    /// A letter of a caseworker about a decision that was given, which decides nothing.
    public Rendered letter(
            Dossier dossier, Names names, String title, List<Passage> passages, Hand hand) {
        return deeds.letter(dossier, bearings.of(dossier, hand), names, title, passages, List.of());
    }

    /// A certificate of the office, which no one signs.
    ///
    /// @param project whether it is only shown to who prepares it
    public Rendered certificate(
            Dossier dossier, String title, List<Passage> passages, LocalDate day, boolean project) {
        Office office = bearings.office(dossier);
        return press.render(
                "letter",
                Map.of(
                        "issuer",
                        List.of(office.name(), office.address()),
                        "reference",
                        dossier.reference().value(),
                        "dated",
                        WrittenDate.of(day, Locale.FRENCH),
                        "passages",
                        passages,
                        "project",
                        project),
                Locale.FRENCH,
                title);
    }

    /// The authorization again, clerical errors mended, under its number and its code.
    ///
    /// @param holder his name
    /// @param birth of its holder, ISO, with `00` for what is not known
    public Rendered mended(
            Dossier dossier, Decision.Granted mended, String holder, String birth, Hand hand) {
        return deeds.authorization(
                dossier,
                mended,
                holder,
                birth,
                deeds.version(dossier),
                bearings.of(dossier, hand),
                words.getMessage(
                        "deed.authorization.mended",
                        new Object[] {WrittenDate.of(hand.day(), Locale.FRENCH)},
                        Locale.FRENCH));
    }

    /// The refusal again, clerical errors mended.
    ///
    /// @param decided the day of the decision
    public Rendered mended(
            Dossier dossier, Decision.Refused mended, Names names, LocalDate decided, Hand hand) {
        String said =
                words.getMessage(
                        "deed.erratum.mended",
                        new Object[] {
                            WrittenDate.of(hand.day(), Locale.FRENCH),
                            WrittenDate.of(decided, Locale.FRENCH)
                        },
                        Locale.FRENCH);
        return deeds.refusal(
                dossier,
                mended,
                names,
                bearings.of(dossier, hand),
                List.of(
                        Passage.of(
                                words.getMessage("deed.erratum.what", null, Locale.FRENCH), said)));
    }

    /// The texts that an act rests on, as administrations cite them.
    public static String law(Collection<LegalSource> law) {
        return Visa.of(
                law.stream().map(LegalSource::text).filter(LegalText::binding).distinct().toList());
    }
}
