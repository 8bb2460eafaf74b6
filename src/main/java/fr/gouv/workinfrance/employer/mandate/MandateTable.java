package fr.gouv.workinfrance.employer.mandate;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.employer.mandate.Mandate.Giver;
import fr.gouv.workinfrance.employer.mandate.Mandate.Holder;
import fr.gouv.workinfrance.employer.mandate.Standing.Asked;
import fr.gouv.workinfrance.employer.mandate.Standing.Drafted;
import fr.gouv.workinfrance.employer.mandate.Standing.Ended;
import fr.gouv.workinfrance.employer.mandate.Standing.Given;
import fr.gouv.workinfrance.employer.mandate.Standing.Refused;
import fr.gouv.workinfrance.employer.mandate.Standing.Side;
import fr.gouv.workinfrance.employer.mandate.Standing.Way;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All the SQL of `employer.mandate`.
@Component
final class MandateTable {

    private static final String INSERT =
            """
            insert into employer.mandate
                   (id, giver_name, giver_siren, giver_account, holder_name, holder_organization,
                    holder_account, request_kind, request_id, request_reference, procedure,
                    establishments, about, powers, from_day, until_day, drafted_at, drafted_by)
            values (:id, :giverName, :giverSiren, :giverAccount, :holderName, :holderOrganization,
                    :holderAccount, :requestKind, :requestId, :requestReference, :procedure,
                    :establishments, :about, :powers, :from, :until, :draftedAt, :draftedBy)
            """;

    private static final String READ = "select * from employer.mandate ";

    private static final String BY_ID = READ + "where id = :id";

    private static final String LOCKED = BY_ID + " for update";

    private static final String OF =
            READ
                    + """
                    where giver_account = :account or holder_account = :account or giver_siren = any(:sirens)
                    order by drafted_at desc, id
                    limit 200
                    """;

    private static final String HELD =
            READ
                    + """
                    where holder_account = :account
                    order by drafted_at desc, id
                    """;

    private static final String HOLDING = HELD + " for share";

    private static final String ON =
            READ
                    + """
                    where request_kind = :kind and request_id = :request
                       or request_id is null and giver_siren = :siren and holder_account = :holder
                    order by drafted_at desc, id
                    """;

    private static final String UPDATE =
            """
            update employer.mandate
               set giver_account = :giverAccount, holder_account = :holderAccount,
                   asked_at = :askedAt, given_at = :givenAt, given_way = :givenWay,
                   given_by = :givenBy, given_person = :person, given_capacity = :capacity,
                   given_known = :known, signed_on = :signedOn, refused_at = :refusedAt,
                   refused_by = :refusedBy, ended_at = :endedAt, ended_by = :endedBy,
                   ended_side = :endedSide, document = :document
             where id = :id
            """;

    private static final String ENDING =
            """
            select * from employer.mandate
             where given_at is not null and ended_at is null and announced_at is null
               and until_day between :today and :horizon
             order by until_day, id
             limit :limit
            """;

    private static final String ANNOUNCED =
            """
            update employer.mandate set announced_at = :at where id = :id and announced_at is null
            """;

    private final JdbcClient jdbc;

    MandateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Mandate mandate, UUID by) {
        Reach reach = mandate.reach();
        Optional<Reach.OneRequest> one =
                reach instanceof Reach.OneRequest request ? Optional.of(request) : Optional.empty();
        Optional<Reach.Requests> several =
                reach instanceof Reach.Requests requests ? Optional.of(requests) : Optional.empty();
        jdbc.sql(INSERT)
                .param("id", mandate.id().value())
                .param("giverName", mandate.giver().name())
                .param("giverSiren", mandate.giver().siren())
                .param("giverAccount", mandate.giver().account())
                .param("holderName", mandate.holder().name())
                .param("holderOrganization", mandate.holder().organization())
                .param("holderAccount", mandate.holder().account())
                .param("requestKind", one.map(r -> r.scope().kind()).orElse(null))
                .param("requestId", one.map(r -> r.scope().id()).orElse(null))
                .param("requestReference", one.map(Reach.OneRequest::reference).orElse(null))
                .param("procedure", several.map(Reach.Requests::procedure).orElse(null))
                .param(
                        "establishments",
                        several.stream()
                                .flatMap(r -> r.establishments().stream().sorted())
                                .toArray(String[]::new))
                .param("about", reach.about())
                .param(
                        "powers",
                        mandate.powers().stream().map(Power::name).sorted().toArray(String[]::new))
                .param("from", mandate.from())
                .param("until", mandate.until())
                .param("draftedAt", Timestamp.from(mandate.draftedAt()))
                .param("draftedBy", by)
                .update();
    }

    Optional<Mandate> find(MandateId id) {
        return jdbc.sql(BY_ID).param("id", id.value()).query(MandateTable::mandate).optional();
    }

    /// The mandate, which nobody else can change until the transaction ends.
    Optional<Mandate> lock(MandateId id) {
        return jdbc.sql(LOCKED).param("id", id.value()).query(MandateTable::mandate).optional();
    }

    /// Those that someone gives or holds, or that employers for whom he acts give.
    List<Mandate> of(UUID account, List<String> sirens) {
        return jdbc.sql(OF)
                .param("account", account)
                .param("sirens", sirens.toArray(String[]::new))
                .query(MandateTable::mandate)
                .list();
    }

    List<Mandate> held(UUID account) {
        return jdbc.sql(HELD).param("account", account).query(MandateTable::mandate).list();
    }

    /// The same, none of which can be ended before the transaction of the act that rests on it.
    List<Mandate> holding(UUID account) {
        return jdbc.sql(HOLDING).param("account", account).query(MandateTable::mandate).list();
    }

    List<Mandate> on(Scope request, @Nullable String siren, @Nullable UUID holder) {
        return jdbc.sql(ON)
                .param("kind", request.kind())
                .param("request", request.id())
                .param("siren", siren)
                .param("holder", holder)
                .query(MandateTable::mandate)
                .list();
    }

    /// Given mandates that end soon, and whose end was not announced.
    List<Mandate> ending(LocalDate today, LocalDate horizon, int limit) {
        return jdbc.sql(ENDING)
                .param("today", today)
                .param("horizon", horizon)
                .param("limit", limit)
                .query(MandateTable::mandate)
                .list();
    }

    /// Writes that its end was announced; false when it was before.
    boolean announced(MandateId id, Instant at) {
        return jdbc.sql(ANNOUNCED).param("id", id.value()).param("at", Timestamp.from(at)).update()
                == 1;
    }

    void update(Mandate mandate) {
        Standing standing = mandate.standing();
        Optional<Given> given = standing.given();
        Optional<Ended> ended = standing instanceof Ended end ? Optional.of(end) : Optional.empty();
        Optional<Refused> refused =
                standing instanceof Refused no ? Optional.of(no) : Optional.empty();
        jdbc.sql(UPDATE)
                .param("id", mandate.id().value())
                .param("giverAccount", mandate.giver().account())
                .param("holderAccount", mandate.holder().account())
                .param("askedAt", standing instanceof Asked(Instant at) ? Timestamp.from(at) : null)
                .param("givenAt", given.map(Given::at).map(Timestamp::from).orElse(null))
                .param("givenWay", given.map(Given::way).map(Way::name).orElse(null))
                .param("givenBy", given.map(Given::by).orElse(null))
                .param("person", given.map(Given::person).orElse(null))
                .param("capacity", given.map(Given::capacity).orElse(null))
                .param("known", given.map(Given::known).orElse(null))
                .param("signedOn", given.map(Given::signedOn).orElse(null))
                .param("refusedAt", refused.map(Refused::at).map(Timestamp::from).orElse(null))
                .param("refusedBy", refused.map(Refused::by).orElse(null))
                .param("endedAt", ended.map(Ended::at).map(Timestamp::from).orElse(null))
                .param("endedBy", ended.map(Ended::by).orElse(null))
                .param("endedSide", ended.map(Ended::side).map(Side::name).orElse(null))
                .param(
                        "document",
                        Optional.ofNullable(mandate.document()).map(DocumentId::value).orElse(null))
                .update();
    }

    // ---- from a row to a mandate

    private static Mandate mandate(ResultSet row, int number) throws SQLException {
        UUID document = row.getObject("document", UUID.class);
        return new Mandate(
                new MandateId(row.getObject("id", UUID.class)),
                new Giver(
                        text(row, "giver_name"),
                        row.getString("giver_siren"),
                        row.getObject("giver_account", UUID.class)),
                new Holder(
                        text(row, "holder_name"),
                        text(row, "holder_organization"),
                        row.getObject("holder_account", UUID.class)),
                reach(row),
                Stream.of(array(row, "powers")).map(Power::valueOf).collect(Collectors.toSet()),
                day(row, "from_day"),
                day(row, "until_day"),
                standing(row),
                instant(row, "drafted_at"),
                document == null ? null : new DocumentId(document));
    }

    private static Reach reach(ResultSet row) throws SQLException {
        String request = row.getString("request_id");
        return request == null
                ? new Reach.Requests(
                        row.getString("procedure"),
                        Set.copyOf(Arrays.asList(array(row, "establishments"))),
                        text(row, "about"))
                : new Reach.OneRequest(
                        new Scope(text(row, "request_kind"), request),
                        text(row, "request_reference"),
                        text(row, "about"));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        if (row.getTimestamp("refused_at") != null) {
            return new Refused(instant(row, "refused_at"), row.getObject("refused_by", UUID.class));
        }
        if (row.getTimestamp("given_at") == null) {
            Timestamp asked = row.getTimestamp("asked_at");
            return asked == null ? new Drafted() : new Asked(asked.toInstant());
        }
        Given given =
                new Given(
                        instant(row, "given_at"),
                        Way.valueOf(text(row, "given_way")),
                        row.getObject("given_by", UUID.class),
                        text(row, "given_person"),
                        text(row, "given_capacity"),
                        day(row, "signed_on"),
                        row.getBoolean("given_known"));
        return row.getTimestamp("ended_at") == null
                ? given
                : new Ended(
                        given,
                        instant(row, "ended_at"),
                        row.getObject("ended_by", UUID.class),
                        Side.valueOf(text(row, "ended_side")));
    }

    private static String[] array(ResultSet row, String column) throws SQLException {
        return (String[]) requireNonNull(row.getArray(column)).getArray();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getString(column));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getDate(column)).toLocalDate();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getTimestamp(column)).toInstant();
    }
}
