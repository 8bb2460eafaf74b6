package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.deed.Fact;
import fr.gouv.workinfrance.deed.Passage;
import fr.gouv.workinfrance.deed.Rendered;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.examination.Hand;
import fr.gouv.workinfrance.examination.LaterDeeds;
import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.procedure.FieldType;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes the certificate that silence gave what was asked for (L232-3 CRPA), in French, the
/// language of the administration (L111-1 CRPA).
@Component
class CertificateDeeds {

    private final LaterDeeds deeds;
    private final MessageSource words;
    private final String baseUrl;

    CertificateDeeds(
            LaterDeeds deeds, MessageSource words, @Value("${wif.base-url}") String baseUrl) {
        this.deeds = deeds;
        this.words = words;
        this.baseUrl = baseUrl;
    }

    /// As it is given once the day has passed.
    Rendered certificate(Dossier dossier, String number, Terms terms, LocalDate day) {
        return render(dossier, number, terms, List.of(), day, false);
    }

    /// The same again, clerical errors mended, under its number.
    Rendered mended(Dossier dossier, String number, Terms terms, Hand hand) {
        return render(
                dossier,
                number,
                terms,
                List.of(say("deed.acquired.mended", WrittenDate.of(hand.day(), Locale.FRENCH))),
                hand.day(),
                hand.project());
    }

    private Rendered render(
            Dossier dossier,
            String number,
            Terms terms,
            List<String> mended,
            LocalDate day,
            boolean project) {
        List<String> says = new ArrayList<>(mended);
        says.add(say("deed.acquired.says", number, acquired(dossier)));
        says.add(say("deed.authorization.check.typed", baseUrl + "/verifier"));
        return deeds.certificate(
                dossier,
                say("deed.acquired.title"),
                List.of(
                        new Passage(say("deed.acquired.what"), says, List.of()),
                        Passage.stating(
                                say("deed.authorization.employment"), facts(dossier, terms))),
                day,
                project);
    }

    private List<Fact> facts(Dossier dossier, Terms terms) {
        return List.of(
                fact("deed.reference.label", dossier.reference().value()),
                fact("deed.worker", terms.holder()),
                fact(
                        "deed.birth",
                        new FieldType.PartialDay().display(terms.birth(), Locale.FRENCH)),
                fact("deed.employer", terms.employer()),
                fact("deed.job", terms.job()),
                fact(
                        "deed.hours",
                        say("deed.hours." + terms.hours().per().name(), terms.hours().written())),
                fact("deed.from", WrittenDate.of(terms.from(), Locale.FRENCH)),
                fact("deed.until", WrittenDate.of(terms.until(), Locale.FRENCH)));
    }

    /// The day on which silence gave it.
    private static String acquired(Dossier dossier) {
        return WrittenDate.of(dossier.course().acquired().orElseThrow(), Locale.FRENCH);
    }

    private Fact fact(String label, String value) {
        return new Fact(say(label), value);
    }

    private String say(String key, Object... args) {
        return words.getMessage(key, args, Locale.FRENCH);
    }
}
