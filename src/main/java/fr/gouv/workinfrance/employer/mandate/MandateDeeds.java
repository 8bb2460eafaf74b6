package fr.gouv.workinfrance.employer.mandate;

import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.deed.Deeds;
import fr.gouv.workinfrance.deed.Fact;
import fr.gouv.workinfrance.deed.Passage;
import fr.gouv.workinfrance.deed.Rendered;
import fr.gouv.workinfrance.employer.mandate.Standing.Given;
import fr.gouv.workinfrance.reference.Siren;
import fr.gouv.workinfrance.reference.Siret;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The words of a mandate, the same on the page where it is accepted and on the document: who, for
/// whom, for what, from when until when. In French, the language of the administration (L111-1
/// CRPA).
@Component
public class MandateDeeds {

    /// Since that day the written mandate stands in R5221-1 II, and no longer in R5221-11 of the
    /// Code du travail.
    private static final LocalDate IN_R5221_1 = LocalDate.parse("2021-04-01");

    private final Deeds deeds;
    private final MessageSource words;

    MandateDeeds(Deeds deeds, MessageSource words) {
        this.deeds = deeds;
        this.words = words;
    }

    /// What it says, to be read before it is accepted.
    public List<Passage> text(Mandate mandate) {
        List<Passage> passages = new ArrayList<>();
        passages.add(Passage.stating(say("deed.mandate.giver"), giver(mandate)));
        passages.add(Passage.stating(say("deed.mandate.holder"), holder(mandate)));
        passages.add(
                new Passage(
                        say("deed.mandate.object"),
                        List.of(say("deed.mandate.gives." + law(mandate)), mandate.reach().about()),
                        reach(mandate)));
        passages.add(
                new Passage(
                        say("deed.mandate.powers"),
                        mandate.powers().stream()
                                .sorted()
                                .map(power -> "– " + say("deed.mandate.power." + power))
                                .collect(Collectors.toCollection(ArrayList::new)),
                        List.of()));
        passages.add(
                Passage.of(
                        say("deed.mandate.time"),
                        say("deed.mandate.from-until", day(mandate.from()), day(mandate.until())),
                        say("deed.mandate.nothing-else"),
                        say("deed.mandate.ends")));
        return passages;
    }

    /// The hash of its text: what was shown is what is accepted.
    public String sha256(Mandate mandate) {
        String text =
                text(mandate).stream().map(Passage::toString).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Ready to be signed by hand, with blanks for the day and the signatures.
    public Rendered toSign(Mandate mandate) {
        return rendered(mandate, List.of());
    }

    /// As it was accepted here.
    Rendered accepted(Mandate mandate, Given given) {
        return rendered(
                mandate,
                List.of(
                        say(
                                "deed.mandate.accepted",
                                WrittenDate.of(
                                        given.at().atZone(HolidayZone.METROPOLE.id()),
                                        Locale.FRENCH),
                                given.person(),
                                given.capacity()),
                        say("deed.mandate.accepted.how")));
    }

    byte[] sealed(Rendered rendered, Mandate mandate) {
        return deeds.seal(rendered.bytes(), mandate.id().number());
    }

    /// @param accepted how it was accepted; empty when it is to be signed by hand
    private Rendered rendered(Mandate mandate, List<String> accepted) {
        Map<String, Object> model = new HashMap<>();
        model.put("number", mandate.id().number());
        model.put("passages", text(mandate));
        model.put("accepted", accepted);
        return deeds.render("mandate", model, Locale.FRENCH, say("deed.mandate.title"));
    }

    private List<Fact> giver(Mandate mandate) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(say("deed.employer"), mandate.giver().name()));
        if (mandate.giver().siren() != null) {
            facts.add(
                    new Fact(
                            say("deed.mandate.siren"),
                            new Siren(mandate.giver().siren()).pretty()));
        }
        return facts;
    }

    private List<Fact> holder(Mandate mandate) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(say("deed.mandate.name"), mandate.holder().name()));
        if (!mandate.holder().organization().isEmpty()) {
            facts.add(new Fact(say("deed.mandate.organization"), mandate.holder().organization()));
        }
        return facts;
    }

    private List<Fact> reach(Mandate mandate) {
        return switch (mandate.reach()) {
            case Reach.OneRequest(_, String reference, _) ->
                    List.of(new Fact(say("deed.reference.label"), reference));
            case Reach.Requests(_, var establishments, _) when establishments.isEmpty() ->
                    List.of(
                            new Fact(
                                    say("deed.mandate.establishments"),
                                    say("deed.mandate.establishments.all")));
            case Reach.Requests(_, var establishments, _) ->
                    List.of(
                            new Fact(
                                    say("deed.mandate.establishments"),
                                    establishments.stream()
                                            .sorted()
                                            .map(siret -> new Siret(siret).pretty())
                                            .collect(Collectors.joining(", "))));
        };
    }

    private static String law(Mandate mandate) {
        return mandate.from().isBefore(IN_R5221_1) ? "R5221-11" : "R5221-1";
    }

    private static String day(LocalDate day) {
        return WrittenDate.of(day, Locale.FRENCH);
    }

    private String say(String key, Object... args) {
        return words.getMessage(key, args, Locale.FRENCH);
    }
}
