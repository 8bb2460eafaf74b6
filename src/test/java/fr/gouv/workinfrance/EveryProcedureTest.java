package fr.gouv.workinfrance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Extent;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Preparation;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.examination.Review;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Reason;
import fr.gouv.workinfrance.procedure.Statement;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.reference.Zone;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A request of each procedure of the catalogue, filled with the catalogue's own examples, goes the
/// whole way: to an authorization, and to a refusal for every reason there is.
@WifTest
class EveryProcedureTest {

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Examinations examinations;
    @Autowired Documents documents;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Account signatory;

    static List<String> procedures() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/procedures"))) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void a_request_goes_to_an_authorization_on_one_page(String procedure) {
        DossierId id = examined(procedure);
        Map<String, Object> values = dossiers.dossier(id).values();

        List<Statement> all =
                dossiers.version(dossiers.dossier(id)).statements(Statement.Topic.CONDITION);
        List<String> conditions = all.stream().map(Statement::id).toList();

        String authorization =
                signed(id, granted(values, conditions), IssuedDeed.Kind.AUTHORIZATION);

        assertThat(authorization)
                .contains(values.get("job_title").toString())
                .contains("Préfecture de Paris")
                .contains("France métropolitaine, dans ces seuls départements\u00a0: 75, 92")
                .contains("Rémunération brute, au moins");
        assertThat(all).isNotEmpty();
        assertThat(authorization.replaceAll("\\s+", " "))
                .contains(all.stream().map(condition -> condition.words().fr()).toList());
        if (!procedure.startsWith("etudiant")) {
            assertThat(authorization).doesNotContainIgnoringCase("étudiant");
        }
        if (!procedure.equals("etudiant-professionnalisation")) {
            assertThat(authorization).doesNotContainIgnoringCase("professionnalisation");
        }
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void a_request_may_be_refused_for_each_reason_with_its_words_and_its_article(String procedure) {
        DossierId id = examined(procedure);
        Version version = dossiers.version(dossiers.dossier(id));
        List<Reason> reasons = version.reasons();
        Decision refused =
                new Decision.Refused(
                        reasons.stream().map(Reason::id).toList(), "Faits propres au dossier.");

        String text = signed(id, refused, IssuedDeed.Kind.DECISION).replaceAll("\\s+", " ");

        // a page may end within a reason: both its ends are looked for
        assertThat(reasons).isNotEmpty();
        for (String words : reasons.stream().map(reason -> reason.wording().fr()).toList()) {
            assertThat(text)
                    .contains(words.substring(0, 40))
                    .contains(words.substring(words.length() - 40));
        }
        assertThat(text).contains("Faits propres au dossier.").contains("tribunal administratif");
    }

    private DossierId examined(String procedure) {
        Dossier draft = requests.fill(requests.empty(procedure, employer), employer);
        DossierId id = requests.deposit(draft, employer).id();
        queue.runDue();
        decisions.assign(id, caseworker.id(), caseworker);
        decisions.certify(id, caseworker);
        return decisions.begin(id, caseworker).id();
    }

    private String signed(DossierId id, Decision decision, IssuedDeed.Kind kind) {
        Preparation preparation =
                decisions.prepare(id, dossiers.dossier(id).version(), decision, caseworker);
        assertThat(preparation).isInstanceOf(Preparation.Ready.class);
        Review review = examinations.review(id, signatory);
        examinations.sign(id, review.hashes(), signatory);
        queue.runDue();
        IssuedDeed deed =
                dossiers.dossier(id).deeds().stream()
                        .filter(issued -> issued.kind() == kind)
                        .findFirst()
                        .orElseThrow();
        byte[] pdf = documents.read(deed.document(), Actor.system("test"), id.subject());
        return PdfText.of(pdf);
    }

    /// The whole of what was asked for, in two départements.
    private static Decision granted(Map<String, Object> values, List<String> conditions) {
        return new Decision.Granted(
                LocalDate.parse(values.get("contract_start").toString()),
                LocalDate.parse(values.get("contract_end").toString()),
                FieldType.Hours.amount(values.get("working_hours")),
                values.get("job_title").toString(),
                "Contrat à durée déterminée",
                values.get("employer_name").toString(),
                values.get("employer_siret").toString(),
                new Extent(
                        new Zone(List.of("75", "92")),
                        FieldType.Money.amount(values.get("gross_pay")),
                        conditions,
                        ""));
    }
}
