package fr.gouv.workinfrance.notification;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.EmailAddress;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.notification.Notice.Recipient;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Part;

import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who is told, where and in which language.
@Component
class Audience {

    /// Where the form asks how to reach those whom a request names.
    private static final Map<Part, Known> TYPED =
            Map.of(Part.EMPLOYER, Known.EMPLOYER_EMAIL, Part.WORKER, Known.WORKER_EMAIL);

    private final Accounts accounts;
    private final Offices offices;
    private final Dossiers dossiers;

    Audience(Accounts accounts, Offices offices, Dossiers dossiers) {
        this.accounts = accounts;
        this.offices = offices;
        this.dossiers = dossiers;
    }

    /// The parties that have come in, once each, at the address with which they sign in.
    List<Addressee> parties(Dossier dossier) {
        return Arrays.stream(Part.values())
                .flatMap(part -> dossier.party(part).stream())
                .collect(
                        Collectors.toMap(
                                Party::account,
                                Function.identity(),
                                (first, _) -> first,
                                LinkedHashMap::new))
                .values()
                .stream()
                .flatMap(
                        party ->
                                accounts
                                        .account(party.account())
                                        .filter(account -> isTold(dossier, party, account))
                                        .map(account -> Addressee.of(party, account))
                                        .stream())
                .toList();
    }

    /// Whose mandate has ended is told of the request no more.
    private boolean isTold(Dossier dossier, Party party, Account account) {
        return party.part() != Part.MANDATE_HOLDER || dossiers.isSeenBy(dossier, account);
    }

    /// Who was the employer of a draft, and is nothing to it any more.
    Optional<Addressee> former(UUID account) {
        return accounts.account(account)
                .map(
                        known ->
                                Addressee.outside(
                                        Recipient.EMPLOYER,
                                        known.email(),
                                        Locale.of(known.language())));
    }

    /// The party that an account is: the first, for someone who fills two parts.
    static Optional<Party> party(Dossier dossier, UUID account) {
        return Arrays.stream(Part.values())
                .flatMap(part -> dossier.party(part).stream())
                .filter(party -> party.account().equals(account))
                .findFirst();
    }

    /// Those whom the request names and who have not come in, at the address that somebody else
    /// typed, in the language they are known to read or in that of the request.
    List<Addressee> named(Dossier dossier) {
        List<String> told = parties(dossier).stream().map(Addressee::email).toList();
        return TYPED.entrySet().stream()
                .filter(each -> dossier.party(each.getKey()).isEmpty())
                .flatMap(each -> typed(dossier, each.getKey(), each.getValue()).stream())
                .filter(named -> !told.contains(named.email()))
                .toList();
    }

    private Optional<Addressee> typed(Dossier dossier, Part part, Known question) {
        return dossier.answers()
                .text(question.field())
                .flatMap(EmailAddress::parse)
                .map(EmailAddress::value)
                .map(
                        email ->
                                Addressee.outside(
                                        Recipient.of(part),
                                        email,
                                        Locale.of(
                                                accounts.byEmail(email)
                                                        .map(Account::language)
                                                        .orElse(dossier.language()))));
    }

    /// The parties that have come in, but for the worker, who knows what he himself says.
    List<Addressee> allButWorker(Dossier dossier) {
        Optional<UUID> worker = account(dossier, Part.WORKER);
        return parties(dossier).stream()
                .filter(party -> !Optional.ofNullable(party.account()).equals(worker))
                .toList();
    }

    /// Whoever files.
    List<Addressee> filer(Dossier dossier) {
        return account(dossier, dossier.filer()).stream()
                .flatMap(filer -> one(dossier, filer).stream())
                .toList();
    }

    /// Those of these parts that have come in, and whoever files.
    List<Addressee> mending(Dossier dossier, Set<Part> parts) {
        return holding(
                dossier,
                Stream.concat(parts.stream(), Stream.of(dossier.filer()))
                        .collect(Collectors.toSet()));
    }

    /// Those of these parts that have come in.
    List<Addressee> holding(Dossier dossier, Set<Part> parts) {
        Set<UUID> told =
                parts.stream()
                        .flatMap(part -> account(dossier, part).stream())
                        .collect(Collectors.toSet());
        return parties(dossier).stream()
                .filter(party -> party.account() != null && told.contains(party.account()))
                .toList();
    }

    /// One of the parties, as long as he is one.
    List<Addressee> one(Dossier dossier, UUID account) {
        return parties(dossier).stream().filter(party -> account.equals(party.account())).toList();
    }

    /// Someone who was a party and no longer is.
    List<Addressee> gone(Happening.Who who) {
        return accounts.account(who.account()).stream()
                .map(account -> Addressee.gone(Recipient.of(who.part()), account))
                .toList();
    }

    /// The parties that are neither of the two of its mandate: the worker, unless he holds it.
    List<Addressee> besideMandate(Dossier dossier) {
        Optional<UUID> holder = account(dossier, Part.MANDATE_HOLDER);
        return parties(dossier).stream()
                .filter(party -> party.recipient() == Recipient.WORKER)
                .filter(party -> !Optional.ofNullable(party.account()).equals(holder))
                .toList();
    }

    private static Optional<UUID> account(Dossier dossier, Part part) {
        return dossier.party(part).map(Party::account);
    }

    /// A service that is in charge of something of the request.
    Optional<Addressee> service(String office) {
        return offices.office(office)
                .map(Office::email)
                .flatMap(EmailAddress::parse)
                .map(
                        address ->
                                Addressee.outside(
                                        Recipient.OFFICE, address.value(), Locale.FRENCH));
    }

    /// Who is in charge of something that a service has to answer, in his language.
    Optional<Addressee> agent(UUID account) {
        return accounts.account(account)
                .map(
                        known ->
                                Addressee.outside(
                                        Recipient.OFFICE,
                                        known.email(),
                                        Locale.of(known.language())));
    }

    /// The service in charge, which works in French; none while the request is a draft.
    Optional<Addressee> service(Dossier dossier) {
        return dossier.office().flatMap(this::service);
    }
}
