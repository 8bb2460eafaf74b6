package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.correction.CorrectionLine;
import fr.gouv.workinfrance.dossier.correction.Nature;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;

/// One line of a request for corrections, as it is kept: in JSON.
record CorrectionRow(
        String subject, Part part, Nature nature, @Nullable String reason, @Nullable String words) {

    static CorrectionRow of(CorrectionLine line) {
        return new CorrectionRow(
                line.subject().toString(), line.part(), line.nature(), line.reason(), line.words());
    }

    CorrectionLine line() {
        return new CorrectionLine(Subject.parse(subject), part, nature, reason, words);
    }
}
