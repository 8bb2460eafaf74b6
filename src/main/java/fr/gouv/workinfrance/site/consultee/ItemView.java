package fr.gouv.workinfrance.site.consultee;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Attachment;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Opened;
import fr.gouv.workinfrance.opinion.Opinion;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Words;
import fr.gouv.workinfrance.procedure.body.Body;
import fr.gouv.workinfrance.procedure.body.Inquiry;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What a service is asked about one dossier, with what it may see of it.
///
/// @param at the address of this page
/// @param reader who looks at it; absent for whoever came by a one-off link
/// @param form what is typed
/// @param more what is typed beside it: for more time, or to ask another service
/// @param procedure what the parties ask for
/// @param members those who work in the service
/// @param files what is known of the documents that may be seen
/// @param delegates the administrations that this one may ask
/// @param names the offices that it asked, by id
public record ItemView(
        Opened opened,
        String at,
        @Nullable Account reader,
        OpinionForm form,
        MoreForm more,
        Words procedure,
        List<Account> members,
        Map<DocumentId, StoredDocument> files,
        List<Body> delegates,
        Map<String, String> names) {

    public ItemView {
        members = List.copyOf(members);
        files = Map.copyOf(files);
        delegates = List.copyOf(delegates);
        names = Map.copyOf(names);
    }

    public Consultation asked() {
        return opened.consultation();
    }

    public Inquiry inquiry() {
        return opened.inquiry();
    }

    /// Whether its day has passed without an answer.
    public boolean late() {
        return asked().open() && opened.today().isAfter(asked().due());
    }

    /// Who sees to it; empty when nobody does.
    public Optional<Account> taker() {
        return member(asked().taker());
    }

    private Optional<Account> member(@Nullable UUID account) {
        return members.stream().filter(member -> member.id().equals(account)).findFirst();
    }

    public boolean mine() {
        return reader != null && reader.id().equals(asked().taker());
    }

    /// Those to whom it may be passed.
    public List<Account> colleagues() {
        return members.stream()
                .filter(member -> reader == null || !member.id().equals(reader.id()))
                .filter(member -> !member.id().equals(asked().taker()))
                .toList();
    }

    /// The last day to which more time may be asked for is told by the catalogue's own days.
    public int extension() {
        return inquiry().extension();
    }

    /// The opinion that was given; absent before.
    public Opinion.@Nullable Given given() {
        return asked().opinion() instanceof Opinion.Given given ? given : null;
    }

    /// Why it is asked no more; absent while it is.
    public Opinion.@Nullable Ended ended() {
        return asked().opinion() instanceof Opinion.Ended ended ? ended : null;
    }

    /// What its silence was taken for; absent when it was for nothing yet.
    public Opinion.@Nullable Tacit tacit() {
        return asked().opinion() instanceof Opinion.Tacit tacit ? tacit : null;
    }

    /// What came with the opinion, as far as it is still kept.
    public List<StoredDocument> enclosed() {
        Opinion.Given given = given();
        return given == null
                ? List.of()
                : given.documents().stream().map(files::get).filter(Objects::nonNull).toList();
    }

    public LocalDate today() {
        return opened.today();
    }

    public String office(Consultation other) {
        return names.getOrDefault(other.office(), other.office());
    }

    /// The documents that someone may see for a piece, as far as they are still kept.
    public static List<StoredDocument> files(
            Seen seen, Piece piece, Map<DocumentId, StoredDocument> files) {
        return seen.dossier().attachments().of(piece.id()).stream()
                .flatMap(
                        one ->
                                one instanceof Attachment.Joined joined
                                        ? Stream.ofNullable(files.get(joined.document()))
                                        : Stream.empty())
                .toList();
    }

    /// The pieces that may be seen, and to which something is joined.
    public static List<Piece> pieces(Seen seen) {
        return seen.version().pieces().stream()
                .filter(seen::sees)
                .filter(
                        piece ->
                                seen.dossier()
                                        .attachments()
                                        .joined()
                                        .anyMatch(joined -> joined.piece().equals(piece.id())))
                .toList();
    }
}
