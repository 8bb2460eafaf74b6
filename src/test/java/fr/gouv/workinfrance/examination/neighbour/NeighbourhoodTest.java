package fr.gouv.workinfrance.examination.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.neighbour.Neighbourhood.Near;
import fr.gouv.workinfrance.examination.neighbour.Neighbourhood.Self;
import fr.gouv.workinfrance.examination.neighbour.Neighbourhood.Why;
import fr.gouv.workinfrance.permit.PermitStatus;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Which dossiers stand near to another, and why.
class NeighbourhoodTest {

    private static final Map<String, String> JOB =
            Map.of(
                    "job_title", "vendeuse",
                    "contract_start", "2027-09-01",
                    "contract_end", "2028-08-31",
                    "title_number", "9912345678");

    private static final Self SELF =
            new Self(
                    "Awa Fatou N’Diaye",
                    "1999-03-12",
                    "73282932000074",
                    Map.of("title_number", "9912345678"),
                    JOB);

    @Test
    void the_same_person_is_known_by_a_number_or_by_the_names_and_the_date_of_birth() {
        assertThat(why(other("Jean Petit", "1990-01-01", Map.of("title_number", "9912345678"))))
                .containsExactly(Why.NUMBER);
        assertThat(why(other("AWA-FATOU N'DIAYE", "1999-03-12", Map.of())))
                .containsExactly(Why.NAMES);
        assertThat(why(other("N’Diaye Awa Fatou", "1999-03-12", Map.of())))
                .containsExactly(Why.SWAPPED);
        assertThat(why(other("Awa Fatou N’Diaye", "1999-03-13", Map.of()))).isEmpty();
        assertThat(why(other(null, null, Map.of()))).isEmpty();
    }

    @Test
    void what_is_not_shown_of_the_employer_is_what_is_neither_listed_nor_elsewhere() {
        List<Neighbour> shown = List.of(at(Stage.Name.SUBMITTED, "prefecture-75"));
        assertThat(new Neighbourhood(List.of(), List.of(), shown, 0, 0, 10, 2).employerMore())
                .isEqualTo(7);
        assertThat(new Neighbourhood(List.of(), List.of(), shown, 0, 0, 3, 2).employerMore())
                .isZero();
    }

    @Test
    void the_same_job_counts_when_both_contracts_run_on_some_same_day() {
        assertThat(why(job("vendeuse", "2028-08-31", "2029-08-31"))).containsExactly(Why.JOB);
        assertThat(why(job("vendeuse", "2028-09-01", "2029-08-31"))).isEmpty();
        assertThat(why(job("serveuse", "2027-09-01", "2028-08-31"))).isEmpty();
    }

    @Test
    void one_that_is_over_is_an_earlier_one_and_one_that_is_not_may_be_the_same_twice() {
        Neighbour open = at(Stage.Name.SUBMITTED, "prefecture-75");
        Neighbour over = at(Stage.Name.DECIDED, "prefecture-75");
        Neighbour gone = at(Stage.Name.WITHDRAWN, "prefecture-75");
        Neighbour elsewhere = at(Stage.Name.SUBMITTED, "prefecture-13");

        Neighbourhood found =
                Neighbourhood.of(
                        SELF,
                        List.of(open, over, gone, elsewhere),
                        List.of(),
                        0,
                        0,
                        Set.of("prefecture-75"));

        assertThat(found.duplicates()).extracting(Near::neighbour).containsExactly(open);
        assertThat(found.duplicatesElsewhere()).isOne();
        assertThat(found.person()).extracting(Near::neighbour).containsExactly(over, gone);
        assertThat(found.personElsewhere()).isZero();
    }

    @Test
    void what_was_granted_holds_until_its_last_day_included() {
        Neighbour granted = at(Stage.Name.DECIDED, "prefecture-75");
        assertThat(granted.worth(LocalDate.parse("2026-12-31"))).contains("VALID");
        assertThat(granted.worth(LocalDate.parse("2027-01-01"))).contains("EXPIRED");
    }

    private static Set<Why> why(Neighbour other) {
        return SELF.near(other).why();
    }

    private static Neighbour job(String job, String from, String until) {
        return neighbour(
                "Jean Petit",
                "1990-01-01",
                "73282932000074",
                Map.of("job_title", job, "contract_start", from, "contract_end", until),
                Stage.Name.SUBMITTED,
                "prefecture-75");
    }

    private static Neighbour other(
            @Nullable String worker, @Nullable String birth, Map<String, String> searched) {
        return neighbour(
                worker, birth, "55208131766522", searched, Stage.Name.SUBMITTED, "prefecture-75");
    }

    private static Neighbour at(Stage.Name stage, String office) {
        return neighbour(
                "N’Diaye Awa Fatou", "1999-03-12", "55208131766522", Map.of(), stage, office);
    }

    private static Neighbour neighbour(
            @Nullable String worker,
            @Nullable String birth,
            String siret,
            Map<String, String> searched,
            Stage.Name stage,
            String office) {
        return new Neighbour(
                UUID.randomUUID(),
                "7P2K-HST5-G4QX",
                "etudiant-emploi",
                stage,
                stage == Stage.Name.DECIDED,
                office,
                Instant.EPOCH,
                worker,
                birth,
                "Boulangerie",
                siret,
                searched,
                stage == Stage.Name.DECIDED ? "AA35-PGMQ-E3R8" : null,
                stage == Stage.Name.DECIDED ? LocalDate.parse("2026-12-31") : null,
                stage == Stage.Name.DECIDED ? PermitStatus.Line.Kind.ISSUED : null);
    }
}
