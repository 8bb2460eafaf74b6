package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Information;
import fr.gouv.workinfrance.opinion.Information.Returned;
import fr.gouv.workinfrance.opinion.Opinion;
import fr.gouv.workinfrance.opinion.Opinion.Given;
import fr.gouv.workinfrance.opinion.Standing;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Words;
import fr.gouv.workinfrance.procedure.body.Body;
import fr.gouv.workinfrance.procedure.body.Inquiry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What other administrations were asked, and told, about a dossier.
public record ConsultedView(List<Asked> asked, List<Told> told) {

    public static final ConsultedView NONE = new ConsultedView(List.of(), List.of());

    public ConsultedView {
        asked = List.copyOf(asked);
        told = List.copyOf(told);
    }

    public boolean isEmpty() {
        return asked.isEmpty() && told.isEmpty();
    }

    /// Those that a decision would go against.
    ///
    /// @param granted whether it grants
    public List<Asked> contradicted(boolean granted) {
        return asked.stream().filter(one -> one.consultation().contradicts(granted)).toList();
    }

    /// An opinion that was asked.
    public record Asked(Standing standing) {

        public Consultation consultation() {
            return standing.consultation();
        }

        public Body body() {
            return standing.body();
        }

        public Inquiry inquiry() {
            return standing.inquiry();
        }

        public Office office() {
            return standing.office();
        }

        /// The end of the key that says where it is.
        public String state() {
            return switch (consultation().opinion()) {
                case Opinion.Awaited _ -> standing.late() ? "LATE" : "AWAITED";
                case Given _ -> "GIVEN";
                case Opinion.Tacit(Inquiry.Silence meaning, _) -> "TACIT_" + meaning.name();
                case Opinion.Ended ended -> "ENDED_" + ended.why().name();
            };
        }

        /// The opinion, once it was given.
        public Optional<Given> given() {
            return consultation().opinion() instanceof Given given
                    ? Optional.of(given)
                    : Optional.empty();
        }

        /// The opinion that the parties may read.
        public Optional<Given> communicated() {
            return consultation().communicable() ? given() : Optional.empty();
        }

        /// What was answered to each question of the form.
        public List<Answered> answers(Locale locale) {
            return given().stream()
                    .flatMap(
                            given ->
                                    inquiry().questions().stream()
                                            .filter(
                                                    question ->
                                                            given.answers()
                                                                    .containsKey(question.id()))
                                            .map(
                                                    question ->
                                                            new Answered(
                                                                    question.label(),
                                                                    shown(
                                                                            question,
                                                                            given.answers()
                                                                                    .getOrDefault(
                                                                                            question
                                                                                                    .id(),
                                                                                            ""),
                                                                            locale))))
                    .toList();
        }

        private static String shown(Inquiry.Question question, String typed, Locale locale) {
            return question.type().parse(typed, Locale.FRENCH)
                            instanceof Parsed.Value(Object canonical, _)
                    ? question.type().display(canonical, locale)
                    : typed;
        }
    }

    /// What was answered to a question.
    public record Answered(Words question, String answer) {}

    /// Something that a service was told.
    public record Told(Information information, Body body, Office office) {

        /// What the catalogue calls a fact that was sent back.
        public Words name(Returned returned) {
            return body.returned(returned.fact()).map(Body.ReturnedFact::words).orElseThrow();
        }
    }
}
