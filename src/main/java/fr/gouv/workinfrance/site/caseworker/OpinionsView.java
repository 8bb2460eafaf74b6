package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.procedure.body.Body;
import fr.gouv.workinfrance.procedure.body.Inquiry;
import fr.gouv.workinfrance.site.ConsultedView;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// The opinions of a dossier, and what may still be asked or told.
///
/// @param choices what may be asked
/// @param bodies what may be told, and to whom
/// @param form what is typed of a request for an opinion
/// @param telling what is typed of something to tell
public record OpinionsView(
        Seen seen,
        ConsultedView consulted,
        List<Choice> choices,
        List<Addressee> bodies,
        AskForm form,
        AskForm telling) {

    public OpinionsView {
        choices = List.copyOf(choices);
        bodies = List.copyOf(bodies);
    }

    /// Something that may be asked.
    ///
    /// @param office that would be asked; absent when none is competent
    /// @param due by when it would have to answer
    public record Choice(
            Body body, Inquiry inquiry, @Nullable Office office, @Nullable LocalDate due) {

        public String value() {
            return body.id() + "/" + inquiry.id();
        }
    }

    /// An administration that may be told.
    ///
    /// @param office that would be; absent when none is competent
    public record Addressee(Body body, @Nullable Office office) {}
}
