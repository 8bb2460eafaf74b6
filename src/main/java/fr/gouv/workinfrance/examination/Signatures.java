package fr.gouv.workinfrance.examination;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.dossier.Reference;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.Signature.Confirmed;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/// Signs several decisions that were read one after the other, and confirmed together. Each is a
/// transaction of its own: what one dossier refuses stops none of the others.
@Component
public class Signatures {

    private static final Logger LOG = LoggerFactory.getLogger(Signatures.class);

    private final Examinations examinations;
    private final Dossiers dossiers;

    Signatures(Examinations examinations, Dossiers dossiers) {
        this.examinations = examinations;
        this.dossiers = dossiers;
    }

    /// Signs each, in this order.
    ///
    /// @throws IllegalArgumentException of more than [Signature#MOST]
    public List<Signature> sign(List<Confirmed> confirmed, Account signatory) {
        if (confirmed.size() > Signature.MOST) {
            throw new IllegalArgumentException("no more than 25 are read at once");
        }
        return confirmed.stream().map(one -> sign(one, signatory)).toList();
    }

    private Signature sign(Confirmed one, Account signatory) {
        Optional<Seen> seen =
                Reference.read(one.reference()).flatMap(read -> dossiers.see(read, signatory));
        if (seen.isEmpty()) {
            return new Signature(one.reference(), false, Why.NOT_ALLOWED);
        }
        try {
            examinations.sign(seen.get().dossier().id(), one.hashes(), signatory);
            return new Signature(one.reference(), true, null);
        } catch (IllegalMove refused) {
            return new Signature(one.reference(), false, refused.why());
        } catch (RuntimeException e) {
            LOG.error("{} was not signed: {}", one.reference(), e.getClass().getName());
            return new Signature(one.reference(), false, null);
        }
    }
}
