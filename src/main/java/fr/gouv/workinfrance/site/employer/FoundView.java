package fr.gouv.workinfrance.site.employer;

import fr.gouv.workinfrance.reference.online.Establishment;
import fr.gouv.workinfrance.reference.online.RegisterAnswer;
import fr.gouv.workinfrance.site.EstablishmentView;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Function;

/// What the register says of a SIRET that was typed.
///
/// @param state `none` before it is asked, `found`, `unknown`, `not-shown`, `away`
public record FoundView(String state, @Nullable EstablishmentView view) {

    static final FoundView NONE = new FoundView("none", null);

    static FoundView of(RegisterAnswer answer) {
        return switch (answer) {
            case RegisterAnswer.Found(Establishment found, var readAt) ->
                    new FoundView("found", new EstablishmentView(found, readAt));
            case RegisterAnswer.Unknown _ -> new FoundView("unknown", null);
            case RegisterAnswer.NotShown _ -> new FoundView("not-shown", null);
            case RegisterAnswer.Away _ -> new FoundView("away", null);
        };
    }

    /// What was typed; what the register says of it, when nothing was.
    String typed(String typed, Function<Establishment, String> told) {
        return typed.isBlank()
                ? Optional.ofNullable(view)
                        .map(EstablishmentView::establishment)
                        .map(told)
                        .orElse("")
                : typed;
    }

    /// What colleagues may call it: its sign, or its company, and where it is.
    static String sign(Establishment one) {
        String sign = one.brand().isEmpty() ? one.name() : one.brand();
        return one.town().isEmpty() ? sign : sign + " – " + one.town();
    }
}
