-- A request forwarded to the competent office has its line in the ledger.
alter table dossier.clock_line drop constraint clock_line_kind_check;
alter table dossier.clock_line add constraint clock_line_kind_check
    check (kind in ('START', 'SUSPEND', 'RESUME', 'NO_EFFECT', 'FORWARDED', 'REACHED', 'STOP'));
