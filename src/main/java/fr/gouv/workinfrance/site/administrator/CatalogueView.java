package fr.gouv.workinfrance.site.administrator;

import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.review.Chapter;
import fr.gouv.workinfrance.procedure.review.Clause;
import fr.gouv.workinfrance.procedure.review.Health;
import fr.gouv.workinfrance.procedure.review.Placed;

import java.util.List;

/// The catalogue as its keepers look at it.
public record CatalogueView(Health health) {

    /// A list of the page of health: its place on the page, which is the end of the keys of its
    /// words, and how many there are.
    public record Count(String id, int many) {}

    /// Where a clause stands, in the newest version that says it.
    public static String at(Placed placed) {
        return at(placed.procedure(), placed.newest(), placed.clause());
    }

    /// Where a clause of a version stands.
    static String at(Procedure procedure, String version, Clause clause) {
        String here = "/administration/demarches/" + procedure.id();
        return clause.chapter() == Chapter.TRANSITIONS
                ? here + "#" + Chapter.TRANSITIONS.anchor()
                : here + "/versions/" + version + "#" + clause.anchor();
    }

    /// What there is to do, in the order of the page.
    public List<Count> counts() {
        return List.of(
                new Count("unsure", health.unsure().size()),
                new Count("ending", health.ending().size()),
                new Count("to-read-again", health.toReadAgain().size()),
                new Count("ageing", health.ageing().size()),
                new Count("doubts", health.doubts().size()),
                new Count("unsourced", health.unsourced().size()),
                new Count("untried", health.untried().size()),
                new Count("unchecked", health.unchecked().size()),
                new Count("provisional", health.provisional().size()),
                new Count("not-encoded", health.notEncoded().size()));
    }
}
