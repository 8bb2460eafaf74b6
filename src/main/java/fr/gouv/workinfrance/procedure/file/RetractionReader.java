package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.calendar.LegalPeriod;
import fr.gouv.workinfrance.procedure.Ground;
import fr.gouv.workinfrance.procedure.Retraction;
import fr.gouv.workinfrance.procedure.Statement;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads how an authorization that was granted may be taken back.
final class RetractionReader {
    private final LawReader law;
    private final Mistakes mistakes;

    RetractionReader(LawReader law, Mistakes mistakes) {
        this.law = law;
        this.mistakes = mistakes;
    }

    Retraction read(Mapping file) {
        Mapping heard = file.mapping("hearing");
        LegalPeriod within = heard.period("within");
        Statement hearing = law.statement(heard, "withdrawal.hearing", Statement.Topic.AFTERWARDS);
        heard.finish();
        Set<String> ids = new HashSet<>();
        List<Ground> grounds = new ArrayList<>();
        for (Mapping item : file.neededMappings("grounds")) {
            String id = item.text("id");
            if (!ids.add(id)) {
                mistakes.at(item.at("id"), "there are two of id '" + id + "'");
            }
            grounds.add(
                    new Ground(
                            id,
                            item.words("title"),
                            item.words("wording"),
                            item.one("effect", Ground.Effect.class),
                            optionalPeriod(item, "after"),
                            optionalPeriod(item, "until"),
                            law.law(item)));
            item.finish();
        }
        file.finish();
        return new Retraction(within, hearing, grounds);
    }

    private static @Nullable LegalPeriod optionalPeriod(Mapping item, String key) {
        return item.has(key) ? item.period(key) : null;
    }
}
