package fr.gouv.workinfrance.site;

/// What is asked for is not there, or is not this person's to see: the answer is the same.
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
