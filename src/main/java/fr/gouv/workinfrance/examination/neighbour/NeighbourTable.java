package fr.gouv.workinfrance.examination.neighbour;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.examination.neighbour.Neighbourhood.Self;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The SQL of dossiers that stand near to one, in one statement: those of who may be the same
/// person, by a number or by the names and the date of birth, those of the same job, and the last
/// ones of the employer.
@Component
final class NeighbourTable {

    static final String READ =
            """
            with near as (
                (select w.id from dossier.worklist w
                  where w.searched @> any(:numbers::text[]::jsonb[])
                  order by w.submitted_at desc limit 50)
                union
                (select w.id from dossier.worklist w
                  where w.searched @> :birth::jsonb and w.search_text like all(:names::text[])
                  order by w.submitted_at desc limit 50)
                union
                (select w.id from dossier.worklist w
                  where w.employer_siret = :siret and w.searched @> :job::jsonb
                  order by w.submitted_at desc limit 20)
            ), employed as (
                select w.id, w.office, w.submitted_at from dossier.worklist w
                 where left(w.employer_siret, 9) = left(:siret, 9) and w.id <> :dossier
            ), last as (
                select e.id from employed e
                 where e.office = any(:offices::text[]) order by e.submitted_at desc, e.id limit 5
            ), line as (
                select w.id, w.submitted_at,
                       json_build_object('id', w.id, 'reference', w.reference, 'procedure', w.procedure,
                           'stage', w.stage, 'office', w.office, 'submitted', w.submitted_at,
                           'worker', coalesce(g.holder, w.worker_name),
                           'birth', coalesce(g.holder_birth, w.worker_birth),
                           'employer', coalesce(g.employer, w.employer_name),
                           'siret', w.employer_siret, 'searched', w.searched,
                           'permit', g.number, 'until', g.until_day, 'status', g.status) as told
                  from dossier.worklist w
                  left join permit.held g on g.dossier = w.id
                 where w.id <> :dossier
                   and w.id in (select id from near union all select id from last)
            )
            select coalesce((select json_agg(l.told order by l.submitted_at desc, l.id)
                               from line l where l.id in (select id from near)), '[]') as found,
                   coalesce((select json_agg(l.told order by l.submitted_at desc, l.id)
                               from line l where l.id in (select id from last)), '[]') as employed,
                   (select count(*) from employed) as employer_all,
                   (select count(*) from employed e
                     where e.office <> all(:offices::text[])) as employer_elsewhere
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    NeighbourTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param birth the date of birth, by question
    /// @param job by question
    Neighbourhood of(
            UUID dossier,
            Self self,
            Map<String, String> birth,
            Map<String, String> job,
            Collection<String> offices) {
        return jdbc.sql(READ)
                .param("dossier", dossier)
                .param(
                        "numbers",
                        self.numbers().entrySet().stream()
                                .map(one -> json.writeValueAsString(Map.ofEntries(one)))
                                .toArray(String[]::new))
                .param("birth", answer(birth))
                .param(
                        "names",
                        self.names().stream().map("%% %s%%"::formatted).toArray(String[]::new))
                .param("siret", self.siret())
                .param("job", answer(job))
                .param("offices", offices.toArray(String[]::new))
                .query((row, _) -> neighbourhood(row, self, offices))
                .single();
    }

    private @Nullable String answer(Map<String, String> one) {
        return one.isEmpty() ? null : json.writeValueAsString(one);
    }

    private Neighbourhood neighbourhood(ResultSet row, Self self, Collection<String> offices)
            throws SQLException {
        return Neighbourhood.of(
                self,
                all(row, "found"),
                all(row, "employed"),
                row.getLong("employer_all"),
                row.getLong("employer_elsewhere"),
                offices);
    }

    private List<Neighbour> all(ResultSet row, String column) throws SQLException {
        return List.of(json.readValue(requireNonNull(row.getString(column)), Neighbour[].class));
    }
}
