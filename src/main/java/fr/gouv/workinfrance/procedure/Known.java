package fr.gouv.workinfrance.procedure;

/// Questions that every procedure asks under the same name, because the house itself needs their
/// answers: to find a dossier, to write to the parties, to print a decision.
public enum Known {
    WORKER_SURNAME("surname"),
    WORKER_GIVEN_NAMES("given_names"),
    WORKER_BIRTH("birth_date"),
    WORKER_NATIONALITY("nationality"),
    WORKER_EMAIL("worker_email"),
    /// Absent from the versions in force before 2024, where every employer has a SIRET.
    EMPLOYER_KIND("employer_kind"),
    EMPLOYER_SIRET("employer_siret"),
    EMPLOYER_NAME("employer_name"),
    EMPLOYER_EMAIL("employer_email"),
    JOB("job_title"),
    CONTRACT_KIND("contract_kind"),
    CONTRACT_START("contract_start"),
    CONTRACT_END("contract_end"),
    WORKING_HOURS("working_hours"),
    PAY("gross_pay");

    private final String field;

    Known(String field) {
        this.field = field;
    }

    /// The id of the question in the catalogue.
    public String field() {
        return field;
    }
}
