package fr.gouv.workinfrance.permit;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.permit.PermitStatus.Line;
import fr.gouv.workinfrance.reference.Amount;
import fr.gouv.workinfrance.reference.Per;
import fr.gouv.workinfrance.reference.Zone;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL of authorizations.
@Component
final class PermitTable {

    private static final String ISSUE =
            """
            insert into permit.permit
                   (decision, dossier, number, code_hash, holder, holder_birth, employer, employer_siret,
                    job, contract, hours, hours_per, from_day, until_day, zone, issued_at)
            select g.decision, g.dossier, g.number, encode(sha256(convert_to(g.code, 'UTF8')), 'hex'),
                   g.worker_name, g.worker_birth, g.employer, g.employer_siret,
                   g.job, g.contract, g.hours, g.hours_per, g.from_day, g.until_day, g.zone, g.signed_at
              from dossier.granted g
             where g.dossier = :dossier
            on conflict do nothing
            """;

    private static final String ACQUIRE =
            """
            insert into permit.permit
                   (decision, dossier, number, holder, holder_birth, employer, employer_siret,
                    job, contract, hours, hours_per, from_day, until_day, issued_at)
            values (:dossier, :dossier, :number, :holder, :birth, :employer, :siret,
                    :job, :contract, :hours, :per, :from, :until, :at)
            on conflict do nothing
            """;

    private static final String STATUS =
            """
            insert into permit.status (permit, since, status, reason, caused_by)
            select decision, :since, :status, :reason, :by from permit.permit where dossier = :dossier
            """;

    private static final String RECTIFY =
            """
            insert into permit.rectified
                   (permit, since, holder, holder_birth, employer, job, hours, hours_per, from_day, until_day)
            select decision, :since, :holder, :birth, :employer, :job, :hours, :per, :from, :until
              from permit.permit where dossier = :dossier
            """;

    private static final String READ = "select * from permit.held p";

    private static final String BY_CODE =
            READ + " where p.code_hash = encode(sha256(convert_to(:code, 'UTF8')), 'hex')";

    private static final String BY_NUMBER =
            READ + " where p.number = :number and p.holder_birth = :birth";

    private static final String BY_DOSSIER = READ + " where p.dossier = :dossier";

    private final JdbcClient jdbc;

    PermitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Followed(Permit permit, Line last) {}

    /// From the signed decision itself; false when there was one already.
    boolean issue(UUID dossier) {
        return jdbc.sql(ISSUE).param("dossier", dossier).update() == 1;
    }

    /// One that silence gave; false when there was one already.
    boolean acquire(UUID dossier, Acquisition acquired, Instant at) {
        Terms terms = acquired.terms();
        return jdbc.sql(ACQUIRE)
                        .param("dossier", dossier)
                        .param("number", acquired.number())
                        .param("holder", terms.holder())
                        .param("birth", terms.birth())
                        .param("employer", terms.employer())
                        .param("siret", acquired.siret())
                        .param("job", terms.job())
                        .param("contract", acquired.contract())
                        .param("hours", terms.hours().value())
                        .param("per", terms.hours().per().name())
                        .param("from", terms.from())
                        .param("until", terms.until())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void follow(UUID dossier, Line line, String by) {
        jdbc.sql(STATUS)
                .param("dossier", dossier)
                .param("since", Timestamp.from(line.since()))
                .param("status", line.kind().name())
                .param("reason", line.reason())
                .param("by", by)
                .update();
    }

    void rectify(UUID dossier, Terms terms, Instant since) {
        jdbc.sql(RECTIFY)
                .param("dossier", dossier)
                .param("since", Timestamp.from(since))
                .param("holder", terms.holder())
                .param("birth", terms.birth())
                .param("employer", terms.employer())
                .param("job", terms.job())
                .param("hours", terms.hours().value())
                .param("per", terms.hours().per().name())
                .param("from", terms.from())
                .param("until", terms.until())
                .update();
    }

    Optional<Followed> byCode(String code) {
        return jdbc.sql(BY_CODE).param("code", code).query(PermitTable::followed).optional();
    }

    Optional<Followed> byNumber(String number, String birth) {
        return jdbc.sql(BY_NUMBER)
                .param("number", number)
                .param("birth", birth)
                .query(PermitTable::followed)
                .optional();
    }

    Optional<Followed> byDossier(UUID dossier) {
        return jdbc.sql(BY_DOSSIER)
                .param("dossier", dossier)
                .query(PermitTable::followed)
                .optional();
    }

    private static Followed followed(ResultSet row, int number) throws SQLException {
        return new Followed(
                new Permit(
                        row.getObject("decision", UUID.class),
                        row.getObject("dossier", UUID.class),
                        text(row, "number"),
                        text(row, "holder"),
                        text(row, "holder_birth"),
                        text(row, "employer"),
                        row.getString("employer_siret"),
                        text(row, "job"),
                        text(row, "contract"),
                        new Amount(
                                requireNonNull(row.getBigDecimal("hours")),
                                Per.valueOf(text(row, "hours_per"))),
                        requireNonNull(row.getDate("from_day")).toLocalDate(),
                        requireNonNull(row.getDate("until_day")).toLocalDate(),
                        zone(row),
                        instant(row, "issued_at"),
                        rectified(row)),
                new Line(
                        Line.Kind.valueOf(text(row, "status")),
                        instant(row, "since"),
                        reason(row)));
    }

    private static @Nullable Zone zone(ResultSet row) throws SQLException {
        Array departments = row.getArray("zone");
        return departments == null ? null : new Zone(List.of((String[]) departments.getArray()));
    }

    private static @Nullable Instant rectified(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("rectified_at");
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String reason(ResultSet row) throws SQLException {
        return row.getString("reason");
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getTimestamp(column)).toInstant();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getString(column));
    }
}
