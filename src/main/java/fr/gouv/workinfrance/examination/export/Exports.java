package fr.gouv.workinfrance.examination.export;

import com.github.kagkarlsson.scheduler.SchedulerClient;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Handout;
import fr.gouv.workinfrance.document.Handouts;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.examination.export.Export.Format;
import fr.gouv.workinfrance.examination.worklist.Worklists;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;
import fr.gouv.workinfrance.office.Office;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Files of what an office has: asked for, made by a job with its progress, fetched by whoever
/// asked during a day, then erased.
@Component
public class Exports {

    private static final int AT_ONCE = 500;

    private final ExportTable table;
    private final RowTable rows;
    private final Columns columns;
    private final Archives archives;
    private final Handouts handouts;
    private final Worklists worklists;
    private final Accounts accounts;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final ObjectProvider<SchedulerClient> queue;
    private final Clock clock;

    Exports(
            ExportTable table,
            RowTable rows,
            Columns columns,
            Archives archives,
            Handouts handouts,
            Worklists worklists,
            Accounts accounts,
            Journal journal,
            TransactionTemplate transaction,
            ObjectProvider<SchedulerClient> queue,
            Clock clock) {
        this.table = table;
        this.rows = rows;
        this.columns = columns;
        this.archives = archives;
        this.handouts = handouts;
        this.worklists = worklists;
        this.accounts = accounts;
        this.journal = journal;
        this.transaction = transaction;
        this.queue = queue;
        this.clock = clock;
    }

    /// Asks for a file of these dossiers, in this order.
    ///
    /// @return which one it is, to follow it
    /// @throws IllegalArgumentException of nothing, of more than [Export#MOST], or of several
    ///   dossiers where one alone is meant
    @Transactional
    public UUID ask(Format format, List<UUID> dossiers, Account by, Locale language) {
        boolean one = format == Format.ARCHIVE;
        if (dossiers.isEmpty() || dossiers.size() > (one ? 1 : Export.MOST)) {
            throw new IllegalArgumentException("a file is of 1 to 200 000 dossiers");
        }
        UUID id = UUID.randomUUID();
        table.insert(id, format, dossiers, by.id(), clock.instant(), language.toLanguageTag());
        Map<String, String> facts =
                Map.of("format", format.name(), "dossiers", String.valueOf(dossiers.size()));
        journal.record(subject(id), by.actor(), "EXPORT", facts);
        if (one) {
            // who reads a dossier whole leaves his trace on it
            journal.record(
                    new DossierId(dossiers.getFirst()).subject(), by.actor(), "EXPORT", facts);
        }
        queue.getObject()
                .scheduleIfNotExists(
                        ExportQueue.MAKE.instance(id.toString()).scheduledTo(clock.instant()));
        return id;
    }

    /// One that this person asked for.
    @Transactional(readOnly = true)
    public Optional<Export> find(UUID id, Account by) {
        return table.find(id).filter(export -> export.askedBy().equals(by.id()));
    }

    /// The last ones that this person asked for, the latest first.
    @Transactional(readOnly = true)
    public List<Export> latest(Account by) {
        return table.latest(by.id());
    }

    /// What was made, while it is kept.
    public Optional<Handout> file(Export export) {
        return Optional.ofNullable(export.file()).flatMap(handouts::find);
    }

    /// Writes out what was made, with its trace.
    public void fetch(Export export, OutputStream out, Account by) {
        DocumentId file = Optional.ofNullable(export.file()).orElseThrow();
        handouts.copy(file, out, by.actor(), subject(export.id()));
    }

    /// Makes a file, of what whoever asked may see by now.
    void make(UUID id) {
        Export export = table.find(id).orElseThrow();
        if (export.over()) {
            return;
        }
        Account by = accounts.account(export.askedBy()).orElseThrow();
        LocalDate day = clock.instant().atZone(HolidayZone.METROPOLE.id()).toLocalDate();
        List<UUID> dossiers = table.dossiers(id);
        String name =
                export.format() == Format.ARCHIVE
                        ? archives.name(dossiers.getFirst(), by)
                        : "demandes-" + day;
        Handout made =
                handouts.make(
                        name + "." + export.format().extension(),
                        export.format().mediaType(),
                        out -> {
                            if (export.format() == Format.ARCHIVE) {
                                archives.write(dossiers.getFirst(), by, out);
                            } else {
                                list(export, dossiers, worklists.offices(by), out);
                            }
                        });
        transaction.executeWithoutResult(_ -> table.made(id, made.id()));
    }

    private void list(Export export, List<UUID> dossiers, List<Office> offices, OutputStream out)
            throws IOException {
        Columns.Of list = columns.in(Locale.forLanguageTag(export.language()), offices);
        List<String> ids = offices.stream().map(Office::id).toList();
        try (Sheet sheet =
                export.format() == Format.XLSX
                        ? Sheet.xlsx(out, list.title(), list.headings())
                        : Sheet.csv(out, list.headings())) {
            for (int from = 0; from < dossiers.size(); from += AT_ONCE) {
                List<UUID> some = dossiers.subList(from, Math.min(dossiers.size(), from + AT_ONCE));
                for (Row row : rows.rows(some, ids, list.fields())) {
                    sheet.row(list.cells(row));
                }
                table.done(export.id(), from + some.size());
            }
        }
    }

    /// A file that could not be made is not tried for ever.
    void giveUp(UUID id) {
        transaction.executeWithoutResult(_ -> table.failed(id, clock.instant()));
    }

    void forget() {
        transaction.executeWithoutResult(_ -> table.forget(clock.instant().minus(Handouts.KEPT)));
    }

    private static Subject subject(UUID id) {
        return new Subject("export", id.toString());
    }
}
