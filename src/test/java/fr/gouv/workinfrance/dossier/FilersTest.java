package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Set;
import java.util.UUID;

/// Who may file (R5221-1 II of the Code du travail), through the front door.
@WifTest
class FilersTest {

    @Autowired Accounts accounts;
    @Autowired Drafts drafts;
    @Autowired Dossiers dossiers;

    @Test
    void an_employer_files() {
        assertThat(filedBy(Part.EMPLOYER)).containsExactly(Relation.EMPLOYER);
    }

    @Test
    void a_student_files_holding_the_employer_s_mandate_too() {
        assertThat(filedBy(Part.WORKER))
                .containsExactlyInAnyOrder(Relation.WORKER, Relation.MANDATE_HOLDER);
    }

    @Test
    void somebody_else_files_under_a_mandate() {
        assertThat(filedBy(Part.MANDATE_HOLDER)).containsExactly(Relation.MANDATE_HOLDER);
    }

    private Set<Relation> filedBy(Part part) {
        Account account = accounts.create(UUID.randomUUID() + "@exemple.fr", "fr");
        Dossier draft =
                drafts.open("etudiant-professionnalisation", part, account, account.language());
        Seen seen = dossiers.see(draft.id(), account).orElseThrow();
        assertThat(seen.may(Act.SUBMIT)).isTrue();
        return seen.relations();
    }
}
