package fr.gouv.workinfrance.employer;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.reference.Siret;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All the SQL of `employer.claim`.
@Component
final class ClaimTable {

    private static final String READ =
            """
            select id, siret, name, department, account, opened_at, state, proof, document, proof_day, provider,
                   reason
              from employer.claim
            """;

    private static final String BY_ID = READ + " where id = :id";

    private static final String LOCK = BY_ID + " for update";

    private static final String OF_ACCOUNT =
            READ + " where account = :account order by opened_at desc, id limit :limit";

    private static final String OPEN_OF_EMPLOYER =
            READ
                    + """
                     where left(siret, 9) = :siren and state in ('ASKED', 'TO_CHECK')
                     order by opened_at, id
                    """;

    private static final String TO_CHECK =
            READ
                    + """
                     where state = 'TO_CHECK'
                       and (department is null or department = any(:own)
                            or department <> all(:covered))
                     order by opened_at, id
                     limit :limit
                    """;

    private static final String INSERT =
            """
            insert into employer.claim (id, siret, name, department, account, opened_at, state)
            values (:id, :siret, :name, :department, :account, :at, 'ASKED')
            """;

    private static final String PROVE =
            """
            update employer.claim
               set state = :state, proof = :proof, document = :document, proof_day = :day,
                   provider = :provider
             where id = :id
            """;

    private static final String SETTLE =
            """
            update employer.claim
               set state = :state, settled_at = :at, settled_by_kind = :kind, settled_by_id = :by,
                   reason = :reason
             where id = :id
            """;

    private final JdbcClient jdbc;

    ClaimTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Claim> find(UUID id) {
        return jdbc.sql(BY_ID).param("id", id).query(ClaimTable::claim).optional();
    }

    /// The claim, which nobody else can settle until the transaction ends.
    Optional<Claim> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(ClaimTable::claim).optional();
    }

    List<Claim> of(UUID account, int limit) {
        return jdbc.sql(OF_ACCOUNT)
                .param("account", account)
                .param("limit", limit)
                .query(ClaimTable::claim)
                .list();
    }

    List<Claim> open(EmployerId employer) {
        return jdbc.sql(OPEN_OF_EMPLOYER)
                .param("siren", employer.siren().orElseThrow().value())
                .query(ClaimTable::claim)
                .list();
    }

    /// Those whose proof this desk reads, the oldest first.
    List<Claim> toCheck(Desk desk, int limit) {
        return jdbc.sql(TO_CHECK)
                .param("own", desk.own().toArray(String[]::new))
                .param("covered", desk.covered().toArray(String[]::new))
                .param("limit", limit)
                .query(ClaimTable::claim)
                .list();
    }

    void insert(Claim claim) {
        jdbc.sql(INSERT)
                .param("id", claim.id())
                .param("siret", claim.siret().value())
                .param("name", claim.name())
                .param("department", claim.department())
                .param("account", claim.account())
                .param("at", Timestamp.from(claim.at()))
                .update();
    }

    void prove(UUID id, Claim.State state, Proof proof) {
        jdbc.sql(PROVE)
                .param("id", id)
                .param("state", state.name())
                .param("proof", kind(proof))
                .param("document", document(proof).map(DocumentId::value).orElse(null))
                .param("day", proof instanceof Proof.Extract(_, LocalDate day) ? day : null)
                .param(
                        "provider",
                        proof instanceof Proof.Asserted(String provider, _) ? provider : null)
                .update();
    }

    void settle(UUID id, Claim.State state, @Nullable String reason, Actor by, Instant at) {
        jdbc.sql(SETTLE)
                .param("id", id)
                .param("state", state.name())
                .param("at", Timestamp.from(at))
                .param("kind", by.kind().name())
                .param("by", by.id())
                .param("reason", reason)
                .update();
    }

    static String kind(Proof proof) {
        return switch (proof) {
            case Proof.Extract _ -> "EXTRACT";
            case Proof.Delegation _ -> "DELEGATION";
            case Proof.Asserted _ -> "ASSERTED";
        };
    }

    private static Optional<DocumentId> document(Proof proof) {
        return switch (proof) {
            case Proof.Extract(DocumentId document, _) -> Optional.of(document);
            case Proof.Delegation(DocumentId document) -> Optional.of(document);
            case Proof.Asserted _ -> Optional.empty();
        };
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        Siret siret = new Siret(requireNonNull(row.getString("siret")));
        return new Claim(
                row.getObject("id", UUID.class),
                siret,
                requireNonNull(row.getString("name")),
                row.getString("department"),
                row.getObject("account", UUID.class),
                row.getTimestamp("opened_at").toInstant(),
                Claim.State.valueOf(requireNonNull(row.getString("state"))),
                proof(row, siret),
                row.getString("reason"));
    }

    private static Optional<Proof> proof(ResultSet row, Siret siret) throws SQLException {
        String kind = row.getString("proof");
        if (kind == null) {
            return Optional.empty();
        }
        UUID document = row.getObject("document", UUID.class);
        return Optional.of(
                switch (kind) {
                    case "EXTRACT" ->
                            new Proof.Extract(
                                    new DocumentId(document),
                                    row.getObject("proof_day", LocalDate.class));
                    case "DELEGATION" -> new Proof.Delegation(new DocumentId(document));
                    case "ASSERTED" ->
                            new Proof.Asserted(requireNonNull(row.getString("provider")), siret);
                    default -> throw new IllegalStateException(kind);
                });
    }
}
