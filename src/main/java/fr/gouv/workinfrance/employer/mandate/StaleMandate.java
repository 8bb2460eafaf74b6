package fr.gouv.workinfrance.employer.mandate;

/// Someone asked for what no page offers: a mandate that was answered or ended meanwhile, or an act
/// that is the other's. Shown in one place, as one 409 page.
public final class StaleMandate extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
