package fr.gouv.workinfrance.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A kind of request, and all the ways the law has treated it.
///
/// @param id its name in addresses and files
/// @param name what it is called
/// @param purpose in a sentence, whom it is for
/// @param versions from the oldest to the newest
/// @param notEncoded the periods that nobody has written yet, and why
/// @param transitions the transitional rules, which go before the day of the decision
public record Procedure(
        String id,
        Words name,
        Words purpose,
        List<Version> versions,
        List<NotEncoded> notEncoded,
        List<Transition> transitions) {

    /// What of a version changes with the law, each at its own dates.
    public enum Aspect {
        /// The questions, the pieces and the rules between answers; follow the day of deposit.
        FORM,
        /// The time limit and the meaning of silence; follow the day of deposit.
        CLOCK,
        /// The criteria, the reasons for refusal and the limits; follow the day of the decision.
        CRITERIA;

        /// When this aspect of a version applies.
        public Validity of(Version version) {
            return switch (this) {
                case FORM -> version.form();
                case CLOCK -> version.clock();
                case CRITERIA -> version.criteria();
            };
        }
    }

    /// A period for which the law is not written in the catalogue.
    ///
    /// @param aspect what is not written
    /// @param validity the period
    /// @param reason why
    public record NotEncoded(Aspect aspect, Validity validity, Words reason) {}

    /// The version whose aspect is the one of that day.
    public Optional<Version> on(Aspect aspect, LocalDate day) {
        return versions.stream().filter(version -> aspect.of(version).covers(day)).findFirst();
    }

    /// The version whose criteria apply to a decision: those of its day, unless a transitional rule
    /// says otherwise.
    public Optional<Version> criteria(LocalDate decided, LocalDate deposited) {
        return transitions.stream()
                .filter(transition -> transition.covers(decided, deposited))
                .findFirst()
                .map(Transition::criteriaOf)
                .map(this::version)
                .orElseGet(() -> on(Aspect.CRITERIA, decided));
    }

    /// A version by its number.
    public Optional<Version> version(String number) {
        return versions.stream().filter(version -> version.number().equals(number)).findFirst();
    }

    /// Why nothing answers on that day, when the catalogue says so.
    public Optional<NotEncoded> silent(Aspect aspect, LocalDate day) {
        return notEncoded.stream()
                .filter(period -> period.aspect() == aspect && period.validity().covers(day))
                .findFirst();
    }
}
