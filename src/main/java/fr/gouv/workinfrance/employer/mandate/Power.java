package fr.gouv.workinfrance.employer.mandate;

/// What a mandate lets its holder do; nothing beyond what it says (article 1989 of the Code civil).
public enum Power {
    /// Answer questions, join documents, ask the other party in.
    FILL,
    /// Deposit the request.
    DEPOSIT,
    /// See how a deposited request goes on.
    FOLLOW,
    /// Have the decision, which is notified to the employer or to the holder who filed (R5221-17 of
    /// the Code du travail).
    RECEIVE_DECISION,
    /// Take a deposited request back.
    TAKE_BACK,
    /// Contest a refusal, or ask for its reasons.
    APPEAL
}
