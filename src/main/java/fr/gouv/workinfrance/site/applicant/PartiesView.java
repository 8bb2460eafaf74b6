package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Invitation;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Due;
import fr.gouv.workinfrance.dossier.Parties;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.dossier.correction.Correction.CorrectionAnswer;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Requirement;
import fr.gouv.workinfrance.procedure.Section;
import fr.gouv.workinfrance.procedure.Words;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Who takes part in a request, who is expected to do what, and where each invitation stands.
///
/// @param leaves whether this person, who came in, may go again
public record PartiesView(List<Place> places, boolean leaves) {

    /// One part of the request.
    ///
    /// @param party who has come for it; nobody when null
    /// @param address by which the others know who has come
    /// @param invitation the last one that was sent for it
    /// @param state where that one stands now
    /// @param pages still to be filled, as far as this person may know which
    /// @param pieces still to be joined, as far as this person may know which
    /// @param others how many more of both
    /// @param mends the last day to mend what the office asks of it; absent when nothing waits
    /// @param sent when it sent its own, while another part has yet to
    /// @param confirms whether it has yet to confirm what is said in its name
    /// @param yours whether it is for this person to fill
    /// @param invites whether this person may invite somebody to it now
    /// @param replaces whether this person may let go whoever has come
    public record Place(
            Part part,
            @Nullable Party party,
            String address,
            @Nullable Invitation invitation,
            Invitation.@Nullable State state,
            List<Words> pages,
            List<Words> pieces,
            long others,
            @Nullable LocalDate mends,
            @Nullable Instant sent,
            boolean confirms,
            boolean yours,
            boolean invites,
            boolean replaces) {

        /// Whether an invitation waits for an answer.
        public boolean waits() {
            return party == null && state == Invitation.State.OPEN;
        }

        /// Whether the last invitation can be sent again.
        public boolean again() {
            return invites
                    && invitation != null
                    && !invitation.byHand()
                    && state != Invitation.State.ACCEPTED;
        }

        public boolean done() {
            return pages.isEmpty() && pieces.isEmpty() && others == 0 && mends == null && !confirms;
        }
    }

    static PartiesView of(
            Seen seen,
            Account account,
            List<Gap> gaps,
            Map<Part, Invitation> invited,
            Map<UUID, Account> people,
            Instant now) {
        return new PartiesView(
                Arrays.stream(Part.values())
                        .filter(
                                part ->
                                        Parties.INVITED.contains(part)
                                                || part == seen.dossier().filer())
                        .map(part -> place(seen, part, gaps, invited.get(part), people, now))
                        .toList(),
                seen.leaves(account.id()));
    }

    private static Place place(
            Seen seen,
            Part part,
            List<Gap> gaps,
            @Nullable Invitation invitation,
            Map<UUID, Account> people,
            Instant now) {
        Party party = seen.dossier().party(part).orElse(null);
        boolean draft = seen.dossier().stage() instanceof Stage.Draft;
        List<Section> pages = draft ? pages(seen, part, gaps) : List.of();
        List<Piece> pieces = draft ? pieces(seen, part) : List.of();
        List<Words> named =
                pages.stream()
                        .filter(page -> seen.sees(page) || page.visibleWhen() == null)
                        .map(Section::title)
                        .toList();
        List<Words> listed =
                pieces.stream()
                        .filter(
                                piece ->
                                        seen.sees(piece)
                                                || piece.required() instanceof Requirement.Always)
                        .map(Piece::name)
                        .toList();
        return new Place(
                part,
                party,
                party == null ? "" : address(party, invitation, people),
                invitation,
                invitation == null ? null : invitation.stateAt(now),
                named,
                listed,
                pages.size() + pieces.size() - named.size() - listed.size(),
                seen.due().filter(due -> due.parts().contains(part)).map(Due::by).orElse(null),
                seen.due()
                        .flatMap(_ -> seen.dossier().pendingCorrection())
                        .map(asked -> asked.sent().get(part))
                        .map(CorrectionAnswer::at)
                        .orElse(null),
                party != null
                        && party.attestedAt() == null
                        && !(draft && part == seen.dossier().filer()),
                seen.fills(part),
                party == null && seen.may(Act.INVITE) && Parties.INVITED.contains(part),
                seen.replaces(part));
    }

    /// Who came in with another address than the one to which the invitation was sent is known by
    /// that one; anyone else, by the address that his account has today.
    private static String address(
            Party party, @Nullable Invitation invitation, Map<UUID, Account> people) {
        return invitation != null
                        && !invitation.byHand()
                        && invitation.state() == Invitation.State.ACCEPTED
                        && !invitation.email().equals(party.email())
                ? invitation.email()
                : Optional.ofNullable(people.get(party.account())).map(Account::email).orElse("");
    }

    private static List<Section> pages(Seen seen, Part part, List<Gap> gaps) {
        List<String> missing =
                gaps.stream()
                        .filter(Gap::blocking)
                        .filter(gap -> gap.field() != null)
                        .flatMap(gap -> seen.version().field(gap.field()).stream())
                        .filter(field -> field.part() == part)
                        .map(Field::section)
                        .distinct()
                        .toList();
        return seen.version().sections().stream()
                .filter(section -> missing.contains(section.id()))
                .toList();
    }

    private static List<Piece> pieces(Seen seen, Part part) {
        return seen.version().requiredPieces(seen.dossier().values()).stream()
                .filter(piece -> piece.part() == part)
                .filter(piece -> seen.dossier().attachments().of(piece.id()).isEmpty())
                .toList();
    }
}
