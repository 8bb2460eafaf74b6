package fr.gouv.workinfrance.dossier;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.employer.Membership;
import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The last request that was deposited by, or for, someone in each of some parts, in one statement.
@Component
final class EarlierTable {

    /// A worker is himself. An employer is who asked by himself, or the companies for which he acts
    /// today, as far as he does; and, of what someone filed under a mandate, the establishment that
    /// he names. What the worker denies is known from nowhere.
    private static final String LAST =
            """
            with candidate as (
                select p.part, p.part as held, d.id, d.submitted_at
                  from dossier.party p
                  join dossier.dossier d on d.id = p.dossier
                 where p.account = :account and p.part = any(:parts) and d.submitted_at is not null
                   and p.contested_at is null
                   and (p.part <> 'EMPLOYER'
                        or (d.employer is null
                            and (:siret::text is null or d.employer_siret = :siret)))
                union all
                select 'EMPLOYER', 'EMPLOYER', d.id, d.submitted_at
                  from dossier.dossier d
                 where 'EMPLOYER' = any(:parts) and d.submitted_at is not null
                   and d.employer = any(:employers)
                   and (d.employer = any(:whole) or d.establishment = any(:establishments))
                   and (:siret::text is null or d.employer_siret = :siret)
                union all
                select 'EMPLOYER', p.part, d.id, d.submitted_at
                  from dossier.party p
                  join dossier.dossier d on d.id = p.dossier
                 where 'EMPLOYER' = any(:parts) and p.account = :account
                   and p.part = 'MANDATE_HOLDER' and d.submitted_at is not null
                   and d.employer_siret = :siret
            ), latest as (
                select distinct on (part) part, held, id
                  from candidate
                 order by part, submitted_at desc, held, id
            )
            select l.part, l.held, d.reference, d.procedure, d.procedure_version, d.filer,
                   d.submitted_at, d.answers
              from latest l
              join dossier.dossier d on d.id = l.id
             order by l.part
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EarlierTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// One of them.
    ///
    /// @param part for which it says something
    /// @param held the part that the person had in it
    record Last(
            Part part,
            Part held,
            Reference reference,
            String procedure,
            String version,
            Part filer,
            Instant at,
            Answers answers) {}

    /// @param siret the establishment that was named; null while none is
    List<Last> last(
            UUID account,
            Collection<Part> parts,
            Collection<Membership> acting,
            @Nullable String siret) {
        return jdbc.sql(LAST)
                .param("account", account)
                .param("parts", parts.stream().map(Part::name).toArray(String[]::new))
                .param(
                        "employers",
                        acting.stream()
                                .map(member -> member.employer().value())
                                .toArray(String[]::new))
                .param(
                        "whole",
                        acting.stream()
                                .filter(Membership::whole)
                                .map(member -> member.employer().value())
                                .toArray(String[]::new))
                .param(
                        "establishments",
                        acting.stream()
                                .flatMap(member -> member.sirets().stream())
                                .toArray(String[]::new))
                .param("siret", siret)
                .query(this::last)
                .list();
    }

    private Last last(ResultSet row, int number) throws SQLException {
        return new Last(
                Part.valueOf(requireNonNull(row.getString("part"))),
                Part.valueOf(requireNonNull(row.getString("held"))),
                new Reference(requireNonNull(row.getString("reference"))),
                requireNonNull(row.getString("procedure")),
                requireNonNull(row.getString("procedure_version")),
                Part.valueOf(requireNonNull(row.getString("filer"))),
                requireNonNull(row.getTimestamp("submitted_at")).toInstant(),
                new Answers(
                        json.readValue(
                                requireNonNull(row.getString("answers")),
                                new TypeReference<>() {})));
    }
}
