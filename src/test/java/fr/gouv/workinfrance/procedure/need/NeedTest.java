package fr.gouv.workinfrance.procedure.need;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.LegalSource;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Whether people need an authorization, written by hand from the texts.
class NeedTest {

    /// Somebody, what he answers to each question that he is asked, in order, and what he is told:
    /// none needed, a declaration, a request by that procedure, or not here; with an article.
    private static final String PEOPLE =
            """
            # nationalities that settle it
            A Frenchwoman                                        | FR                                                              | NONE        | R5221-1
            An Italian                                           | IT                                                              | NONE        | R5221-2
            A Norwegian                                          | NO                                                              | NONE        | R5221-2
            A Swiss                                              | CH                                                              | NONE        | R5221-2
            A Monegasque                                         | MC                                                              | NONE        | F2728

            # students
            An Algerian apprentice                               | DZ in_france student apprenticeship                             | REQUEST etudiant-apprentissage | L5221-5
            An Algerian in a professionalisation contract        | DZ in_france student professionalisation                        | REQUEST etudiant-professionnalisation | L5221-5
            An Algerian student who works 100 hours              | DZ in_france student job                                        | REQUEST etudiant-emploi | L5221-1
            An Algerian doctoral student                         | DZ in_france student curriculum                                 | REQUEST etudiant-cursus | L5221-1
            An Algerian student on an internship                 | DZ in_france student internship                                 | NONE        | R5221-1
            A British student for 900 hours                      | GB in_france student job 900                                    | DECLARATION | R5221-26
            A British student for 1 000 hours in her field       | GB in_france student job 1000 yes                               | REQUEST etudiant-emploi | R5221-3
            A student for 964 hours                              | SN in_france student job 964                                    | DECLARATION | R5221-27
            A student for 964 hours and a minute                 | SN in_france student job 964h01 no                              | ELSEWHERE   | R5221-3
            A student for 1 000 hours outside her field          | MA in_france student job 1000 no                                | ELSEWHERE   | R5221-26
            A Moroccan apprentice, second year, validated        | MA in_france student apprenticeship no yes                      | DECLARATION | R5221-2
            A first-year master’s apprentice, validated          | SN in_france student apprenticeship yes yes yes                 | DECLARATION | R5221-7
            A first-year master’s apprentice, not validated      | SN in_france student apprenticeship yes yes no                  | ELSEWHERE   | R5221-2
            A first-year bachelor’s apprentice                   | SN in_france student apprenticeship yes no                      | ELSEWHERE   | R5221-7
            A second-year apprentice, not validated              | CN in_france student apprenticeship no no                       | ELSEWHERE   | R5221-27
            A first-year professionalisation contract            | SN in_france student professionalisation yes                    | ELSEWHERE   | R5221-7
            A full-time professionalisation contract             | SN in_france student professionalisation no 1820                | REQUEST etudiant-professionnalisation | L5221-5
            A professionalisation contract of 900 hours          | SN in_france student professionalisation no 900                 | DECLARATION | R5221-26
            A doctoral student under CIFRE                       | IN in_france student curriculum 1607 no                         | REQUEST etudiant-cursus | R5221-3
            A doctoral student of a public university            | IN in_france student curriculum 1607 yes                        | REQUEST etudiant-cursus | R5221-1
            A language assistant for 400 hours                   | US in_france student curriculum 400                             | DECLARATION | R5221-2
            A student on an internship                           | CN in_france student internship                                 | NONE        | R5221-1
            A student on a six-month visa who is offered a job   | BR in_france semester job                                       | REQUEST etudiant-emploi | F2713
            A doctoral visitor on a six-month visa               | BR in_france semester curriculum                                | REQUEST etudiant-cursus | F2713
            An apprentice on a six-month visa                    | BR in_france semester apprenticeship                            | ELSEWHERE   | R5221-7
            An Algerian on a six-month visa                      | DZ in_france semester job                                       | REQUEST etudiant-emploi | L5221-1
            An intern on a six-month visa                        | BR in_france semester internship                                | NONE        | R5221-1
            A student abroad who is offered a job                | SN abroad job none                                              | ELSEWHERE   | R5221-14
            A student abroad who is offered an apprenticeship    | SN abroad apprenticeship                                        | ELSEWHERE   | R5221-7

            # other documents
            A holder of a resident card                          | TN in_france resident                                           | NONE        | R5221-2
            An Algerian holder of a ten-year certificate         | DZ in_france resident                                           | NONE        | accord franco-algérien
            An Algerian with another document                    | DZ in_france private_life                                       | ELSEWHERE   | L5221-1
            The Algerian wife of a Spaniard                      | DZ in_france eu_family                                          | NONE        | R5221-2
            A holder of a family card                            | ML in_france private_life                                       | NONE        | R5221-2
            Family of a long-term resident of Spain, first year  | MA in_france family_ltr yes                                     | ELSEWHERE   | R5221-2
            Family of a long-term resident of Spain, third year  | MA in_france family_ltr no                                      | NONE        | R5221-2
            A talent                                             | BR in_france talent                                             | NONE        | R5221-2
            An employee sent by his group                        | JP in_france ict                                                | NONE        | R5221-2
            A graduate who looks for a job                       | SN in_france job_search                                         | NONE        | R5221-2
            A beneficiary of subsidiary protection               | SO in_france protection                                         | NONE        | R5221-2
            A holder of a provisional authorization to work      | UA in_france provisional                                        | NONE        | R5221-2
            A working-holiday maker                              | AU in_france working_holiday                                    | NONE        | R5221-2
            A salarié who goes on with the contract              | TN in_france worker yes                                         | NONE        | R5221-3
            A salarié who changes employer                       | TN in_france worker no job                                      | ELSEWHERE   | R5221-1
            A musician with a “salarié” card and a new contract  | TN in_france worker no artist                                   | REQUEST artiste-contrat | D5221-2-1
            A musician who goes on with the contract             | TN in_france worker yes                                         | NONE        | R5221-3
            A musician with a “talent” card                      | BR in_france talent                                             | NONE        | R5221-2
            A student who sings 900 hours a year                 | SN in_france student artist 900                                 | DECLARATION | R5221-26
            An asylum seeker hired as a dancer                   | AF in_france asylum 7                                           | ELSEWHERE   | L554-3 CESEDA
            An asylum seeker after five months                   | AF in_france asylum 5                                           | ELSEWHERE   | L554-1 CESEDA
            An asylum seeker after seven months                  | AF in_france asylum 7                                           | ELSEWHERE   | L554-3 CESEDA
            A minor in care, apprentice                          | ML in_france minor apprenticeship yes                           | ELSEWHERE   | R5221-22
            A minor who lives with his parents, apprentice       | ML in_france minor apprenticeship no                            | ELSEWHERE   | R5221-14
            A minor who is offered a summer job                  | ML in_france minor job                                          | ELSEWHERE   | R5221-14
            A visitor who is offered a job                       | US in_france short_stay job none                                | ELSEWHERE   | R5221-14
            Someone with a document that is not listed           | PH in_france other job                                          | ELSEWHERE   | R5221-14
            Someone without any valid document                   | BD in_france none                                               | ELSEWHERE   | R5221-14

            # short or posted work
            A singer on tour for a month                         | ML abroad artist show                                           | NONE        | D5221-2-1
            A sound engineer on tour for two months              | ML abroad artist show                                           | NONE        | L5221-2-1
            A violinist engaged for a season, who lives abroad   | JP abroad artist none                                           | REQUEST artiste-contrat | R5221-16
            A tourist who is offered a season as an actor        | US in_france short_stay artist none                             | ELSEWHERE   | R5221-14
            An invited professor, already here                   | US in_france short_stay job teaching                            | NONE        | D5221-2-1
            An engineer hired from abroad                        | IN abroad job none                                              | ELSEWHERE   | R5221-15
            A Ukrainian posted by a Polish company               | UA abroad posted europe                                         | NONE        | R5221-2
            An Indian posted by an Indian company                | IN abroad posted elsewhere                                      | ELSEWHERE   | R5221-1
            An intern from abroad                                | CA abroad internship                                            | NONE        | R5221-1
            A doctor assigned by the minister                    | SY abroad practitioner                                          | NONE        | L5221-2-1
            """;

    /// @param answers to the questions asked, in their order
    record Somebody(String name, List<String> answers, String told, String article) {
        static Somebody read(String line) {
            String[] cells = line.split(" *\\| *");
            return new Somebody(
                    cells[0].strip(),
                    Arrays.asList(cells[1].split(" ")),
                    cells[2].strip(),
                    cells[3].strip());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Somebody> people() {
        return PEOPLE.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Somebody::read)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("people")
    void everybody_is_asked_what_matters_and_told_what_the_texts_say(Somebody somebody) {
        Walk walk = walk(somebody.answers());

        assertThat(walk.trouble()).isNull();
        assertThat(walk.step()).isInstanceOf(Step.Answer.class);
        assertThat(walk.replies()).hasSameSizeAs(somebody.answers());
        Row row = ((Step.Answer) walk.step()).row();
        assertThat(told(row.outcome())).isEqualTo(somebody.told());
        assertThat(row.law()).extracting(LegalSource::article).contains(article(somebody));
    }

    private static String article(Somebody somebody) {
        return somebody.article().matches("F\\d+")
                ? "fiche " + somebody.article()
                : somebody.article();
    }

    private static String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.None _ -> "NONE";
            case Outcome.Declaration _ -> "DECLARATION";
            case Outcome.Request(String procedure, _, _) -> "REQUEST " + procedure;
            case Outcome.Elsewhere _ -> "ELSEWHERE";
        };
    }

    /// Answers each question as it is asked.
    private static Walk walk(List<String> answers) {
        Need need = NeedTable.NEED;
        Map<String, String> typed = new LinkedHashMap<>();
        List<String> left = new ArrayList<>(answers);
        Walk walk = need.walk(typed, NeedTable.TODAY, Locale.FRENCH);
        while (walk.step() instanceof Step.Ask(Question question) && !left.isEmpty()) {
            typed.put(question.id(), left.removeFirst());
            walk = need.walk(typed, NeedTable.TODAY, Locale.FRENCH);
        }
        assertThat(left).as("answers that nobody asked for").isEmpty();
        return walk;
    }
}
