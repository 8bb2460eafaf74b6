package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.clock.ClockLine;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The SQL of what hangs on a dossier and keeps its own history: parties, clock, assignments,
/// decisions, deeds.
@Component
final class LedgerTable {

    private static final String PARTY =
            """
            insert into dossier.party
                   (dossier, part, account, email, joined_at, attested_at,
                    contested_at, contested_sections, contestation)
            values (:dossier, :part, :account, :email, :joinedAt, :attestedAt,
                    :contestedAt, :contestedSections, :contestation)
            on conflict (dossier, part) do update
               set account = excluded.account, email = excluded.email,
                   joined_at = excluded.joined_at, attested_at = excluded.attested_at,
                   contested_at = excluded.contested_at,
                   contested_sections = excluded.contested_sections,
                   contestation = excluded.contestation
            """;

    private static final String LEFT =
            "delete from dossier.party where dossier = :dossier and part = :part";

    private static final String CLOCK_LINE =
            """
            insert into dossier.clock_line
                   (dossier, number, kind, day, article, cause, answer_by, legal_limit)
            values (:dossier, :number, :kind, :day, :article, :cause, :answerBy, :legalLimit)
            """;

    private static final String END_ASSIGNMENT =
            "update dossier.assignment set until_at = :at where dossier = :dossier and until_at is"
                    + " null";

    private static final String ASSIGNMENT =
            """
            insert into dossier.assignment (dossier, from_at, office, account, assigned_by)
            values (:dossier, :at, :office, :account, :by)
            """;

    private static final String PREPARED =
            """
            insert into dossier.decision
                   (id, dossier, number, code, granted, from_day, until_day, hours, hours_per, job,
                    contract, employer, employer_siret, zone, pay, pay_per, conditions, further, reasons, wordings,
                    facts, criteria, prepared_at, prepared_by)
            values (:id, :dossier, :number, :code, :granted, :from, :until, :hours, :hoursPer, :job,
                    :contract, :employer, :employerSiret, :zone, :pay, :payPer, :conditions, :further, :reasons, :wordings,
                    :facts, :criteria, :at, :by)
            """;

    private static final String SIGNED =
            """
            update dossier.decision
               set signed_at = :at, signed_by = :by, author = :author, capacity = :capacity, sha256 = :sha256,
                   delegation = :delegation
             where id = :id and signed_at is null
            """;

    private static final String DEED =
            """
            insert into dossier.deed (dossier, kind, document, sha256, issued_at)
            values (:dossier, :kind, :document, :sha256, :at)
            """;

    private final JdbcClient jdbc;

    LedgerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Writes what the act added: everything here is only ever added to, but for a party, which is
    /// written again, and may leave a draft.
    void write(Dossier before, Dossier after) {
        for (Party party : before.parties()) {
            if (after.party(party.part()).isEmpty()) {
                jdbc.sql(LEFT)
                        .param("dossier", after.id().value())
                        .param("part", party.part().name())
                        .update();
            }
        }
        for (Party party : after.parties()) {
            if (!before.parties().contains(party)) {
                write(after.id(), party);
            }
        }
        added(before, after).forEach(line -> write(after.id(), line));
        after.prepared()
                .filter(prepared -> !after.prepared().equals(before.prepared()))
                .ifPresent(prepared -> write(after.id(), prepared));
        if (after.stage() instanceof Stage.Decided(_, _, Prepared prepared, Stage.Signed signed)
                && !(before.stage() instanceof Stage.Decided)) {
            write(prepared.id(), signed);
        }
        after.deeds().stream().skip(before.deeds().size()).forEach(deed -> write(after.id(), deed));
    }

    /// The lines that an act adds to the clock.
    static List<ClockLine> added(Dossier before, Dossier after) {
        int known = before.clock() == null ? 0 : before.clock().lines().size();
        List<ClockLine> lines = after.clock() == null ? List.of() : after.clock().lines();
        return lines.subList(known, lines.size());
    }

    void assign(DossierId dossier, String office, UUID account, UUID by, Instant at) {
        release(dossier, at);
        jdbc.sql(ASSIGNMENT)
                .param("dossier", dossier.value())
                .param("at", Timestamp.from(at))
                .param("office", office)
                .param("account", account)
                .param("by", by)
                .update();
    }

    /// Nobody is in charge any more.
    void release(DossierId dossier, Instant at) {
        jdbc.sql(END_ASSIGNMENT)
                .param("dossier", dossier.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    private void write(DossierId dossier, Party party) {
        Contestation denial = party.contestation();
        jdbc.sql(PARTY)
                .param("dossier", dossier.value())
                .param("part", party.part().name())
                .param("account", party.account())
                .param("email", party.email())
                .param("joinedAt", Timestamp.from(party.joinedAt()))
                .param("attestedAt", timestamp(party.attestedAt()))
                .param("contestedAt", timestamp(denial == null ? null : denial.at()))
                .param(
                        "contestedSections",
                        denial == null ? null : denial.sections().toArray(String[]::new))
                .param("contestation", denial == null ? null : denial.reason())
                .update();
    }

    private void write(DossierId dossier, ClockLine line) {
        jdbc.sql(CLOCK_LINE)
                .param("dossier", dossier.value())
                .param("number", line.number())
                .param("kind", line.kind().name())
                .param("day", line.day())
                .param("article", line.article())
                .param("cause", line.cause().name())
                .param("answerBy", line.answerBy())
                .param("legalLimit", line.limit())
                .update();
    }

    private void write(DossierId dossier, Prepared prepared) {
        Decision decision = prepared.decision();
        Decision.@Nullable Granted granted = decision instanceof Decision.Granted g ? g : null;
        Decision.@Nullable Refused refused = decision instanceof Decision.Refused r ? r : null;
        Extent extent = granted == null ? null : granted.extent();
        jdbc.sql(PREPARED)
                .param("id", prepared.id())
                .param("dossier", dossier.value())
                .param("number", prepared.number().value())
                .param("code", prepared.code())
                .param("granted", granted != null)
                .param("from", granted == null ? null : granted.from())
                .param("until", granted == null ? null : granted.until())
                .param("hours", granted == null ? null : granted.hours().value())
                .param("hoursPer", granted == null ? null : granted.hours().per().name())
                .param("job", granted == null ? null : granted.job())
                .param("contract", granted == null ? null : granted.contract())
                .param("employer", granted == null ? null : granted.employer())
                .param("employerSiret", granted == null ? null : granted.employerSiret())
                .param(
                        "zone",
                        extent == null ? null : extent.zone().departments().toArray(String[]::new))
                .param("pay", extent == null ? null : extent.pay().value())
                .param("payPer", extent == null ? null : extent.pay().per().name())
                .param(
                        "conditions",
                        extent == null ? null : extent.conditions().toArray(String[]::new))
                .param("further", extent == null ? null : extent.further())
                .param(
                        "reasons",
                        refused == null ? new String[0] : refused.reasons().toArray(String[]::new))
                .param(
                        "wordings",
                        refused == null
                                ? new String[0]
                                : refused.reasons().stream()
                                        .map(id -> refused.wordings().getOrDefault(id, ""))
                                        .toArray(String[]::new))
                .param("facts", refused == null ? null : refused.facts())
                .param("criteria", prepared.criteria())
                .param("at", Timestamp.from(prepared.at()))
                .param("by", prepared.by())
                .update();
    }

    private void write(UUID decision, Stage.Signed signed) {
        jdbc.sql(SIGNED)
                .param("id", decision)
                .param("at", Timestamp.from(signed.at()))
                .param("by", signed.by())
                .param("author", signed.author())
                .param("capacity", signed.capacity())
                .param("sha256", signed.sha256())
                .param("delegation", signed.delegation())
                .update();
    }

    private void write(DossierId dossier, IssuedDeed deed) {
        jdbc.sql(DEED)
                .param("dossier", dossier.value())
                .param("kind", deed.kind().name())
                .param("document", deed.document().value())
                .param("sha256", deed.sha256())
                .param("at", Timestamp.from(deed.at()))
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
