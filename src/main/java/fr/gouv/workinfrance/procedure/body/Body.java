package fr.gouv.workinfrance.procedure.body;

import fr.gouv.workinfrance.procedure.Confidence;
import fr.gouv.workinfrance.procedure.Statement;
import fr.gouv.workinfrance.procedure.Words;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// A kind of administration that has a say in a request, or has to know of it.
///
/// @param id its name in the files, "drac"
/// @param office the kind of office, a name of the offices' own list, "DRAC"
/// @param foundBy the questions whose answer tells which office is competent, the surest first: a
///   département, a postcode or a country
/// @param name what it is called
/// @param asked what an applicant reads in the timeline when it is asked
/// @param informed the same, when it is informed
/// @param basis why anything of a request may be told to it
/// @param sight what it sees of a request
/// @param inquiries what it may be asked
/// @param returns the facts that it may send back
public record Body(
        String id,
        String office,
        List<String> foundBy,
        Words name,
        Words asked,
        Words informed,
        Statement basis,
        Sight sight,
        List<Inquiry> inquiries,
        List<ReturnedFact> returns) {

    public Body {
        foundBy = List.copyOf(foundBy);
        inquiries = List.copyOf(inquiries);
        returns = List.copyOf(returns);
    }

    /// A fact that it may send back to the timeline of a request.
    ///
    /// @param id unique within the body, "visa-issued"
    /// @param words what everybody reads
    /// @param dated whether it happened on a day that is asked
    public record ReturnedFact(String id, Words words, boolean dated) {}

    /// Whether a text carries the exchange: without one it is told nothing, and keeps nobody
    /// waiting.
    public boolean founded() {
        return basis.confidence() != Confidence.UNKNOWN;
    }

    /// What it may be asked, by its id.
    public Optional<Inquiry> inquiry(@Nullable String wanted) {
        return inquiries.stream().filter(inquiry -> inquiry.id().equals(wanted)).findFirst();
    }

    /// A fact that it may send back, by its id.
    public Optional<ReturnedFact> returned(String wanted) {
        return returns.stream().filter(fact -> fact.id().equals(wanted)).findFirst();
    }
}
