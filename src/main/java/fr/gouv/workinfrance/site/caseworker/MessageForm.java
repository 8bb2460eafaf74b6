package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.dossier.clock.LegalClock;
import fr.gouv.workinfrance.dossier.message.Message;
import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Template;
import fr.gouv.workinfrance.procedure.Template.Variable;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A message that the office prepares: for whom, and from which of those that it often writes.
///
/// @param to for whom; whoever has not come in is left
record MessageForm(Dossier dossier, Office office, Set<Part> to) {

    MessageForm {
        to = Set.copyOf(to);
    }

    /// The parties whose messages wait for an answer.
    static Set<Part> waiting(List<Message> messages) {
        return messages.stream()
                .filter(Message::open)
                .map(Message::from)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /// The accounts of the parties.
    static Set<UUID> accounts(Dossier dossier) {
        return dossier.parties().stream().map(Party::account).collect(Collectors.toSet());
    }

    /// The words of a template, in each of the languages of those for whom it is; then in French,
    /// which binds, and which the caseworker reads.
    ///
    /// @param people the parties' accounts
    String filled(Template template, Map<UUID, Account> people) {
        Stream<Language> theirs =
                Arrays.stream(Part.values())
                        .filter(to::contains)
                        .flatMap(part -> dossier.party(part).stream())
                        .map(party -> people.get(party.account()))
                        .filter(Objects::nonNull)
                        .map(account -> Language.of(Locale.of(account.language())));
        return Stream.concat(theirs, Stream.of(Language.FRENCH))
                .distinct()
                .map(language -> template.filled(language.locale(), own(language.locale())))
                .collect(Collectors.joining("\n\n"));
    }

    /// The request's own words: what it has none for is left to fill.
    private Map<Variable, String> own(Locale locale) {
        Names names = Names.of(dossier.answers());
        LegalClock clock = dossier.clock();
        Map<Variable, String> own = new EnumMap<>(Variable.class);
        own.put(Variable.REFERENCE, dossier.reference().value());
        own.put(Variable.OFFICE, office.name());
        if (names.worker() != null) {
            own.put(Variable.WORKER, names.worker());
        }
        if (names.employer() != null) {
            own.put(Variable.EMPLOYER, names.employer());
        }
        dossier.deposit()
                .map(deposit -> deposit.at().atZone(HolidayZone.METROPOLE.id()).toLocalDate())
                .ifPresent(day -> own.put(Variable.DEPOSIT, WrittenDate.of(day, locale)));
        if (clock != null) {
            clock.limit()
                    .ifPresent(day -> own.put(Variable.LEGAL_LIMIT, WrittenDate.of(day, locale)));
        }
        return own;
    }
}
