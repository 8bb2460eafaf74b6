package fr.gouv.workinfrance.employer;

/// What came of saying that one acts for a company.
public sealed interface Claiming {

    /// The company knows this person already.
    record Known() implements Claiming {}

    /// Nobody acts for the company yet: a proof is asked for.
    record ToProve(Claim claim) implements Claiming {}

    /// The company has administrators, who were told and may let this person in.
    record Asked(Claim claim) implements Claiming {}
}
