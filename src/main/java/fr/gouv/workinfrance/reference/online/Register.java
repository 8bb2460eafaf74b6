package fr.gouv.workinfrance.reference.online;

import fr.gouv.workinfrance.reference.BareText;
import fr.gouv.workinfrance.reference.Commune;
import fr.gouv.workinfrance.reference.Communes;
import fr.gouv.workinfrance.reference.Siret;
import fr.gouv.workinfrance.reference.online.OnlineTable.Kept;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;

/// The State's register of companies and of their establishments. Whatever it answers, or not,
/// whoever asks can go on by hand.
@Component
public class Register {

    private static final int LONGEST = 100;

    private final RegisterClient client;
    private final Calls calls;
    private final Communes communes = new Communes();

    Register(RegisterClient client, Calls calls) {
        this.client = client;
        this.calls = calls;
    }

    /// What it says of an establishment. It may ask another service: outside of any transaction.
    @Transactional(propagation = Propagation.NEVER)
    public RegisterAnswer find(Siret siret) {
        return calls.ask(
                        Online.REGISTER,
                        question(siret),
                        RegisterReading.class,
                        () -> client.search(siret.value(), List.of()),
                        page -> RegisterReading.of(page, communes).of(siret))
                .map(Register::answer)
                .orElseGet(RegisterAnswer.Away::new);
    }

    /// What it said of an establishment lately, without asking again.
    public Optional<RegisterAnswer.Found> known(Siret siret) {
        return calls.known(Online.REGISTER, question(siret), RegisterReading.class)
                .map(Register::answer)
                .filter(RegisterAnswer.Found.class::isInstance)
                .map(RegisterAnswer.Found.class::cast);
    }

    /// The establishments that bear a name, in a town. It may ask another service: outside of any
    /// transaction.
    ///
    /// @param town as typed: a name, a postcode, or nothing
    @Transactional(propagation = Propagation.NEVER)
    public RegisterSearch search(String name, String town) {
        String asked = cut(CleanText.of(name));
        List<String> postcodes = postcodes(town);
        String whole = postcodes.isEmpty() ? cut(asked + " " + CleanText.of(town)).strip() : asked;
        if (BareText.of(asked).length() < 3) {
            return new RegisterSearch.Listed(List.of());
        }
        return calls.ask(
                        Online.REGISTER,
                        "name " + BareText.of(whole) + " " + String.join(",", postcodes),
                        RegisterReading.class,
                        () ->
                                client.search(
                                        whole,
                                        postcodes.isEmpty()
                                                ? List.of()
                                                : List.of(String.join(",", postcodes))),
                        page -> RegisterReading.of(page, communes))
                .<RegisterSearch>map(kept -> new RegisterSearch.Listed(kept.told().shown()))
                .orElseGet(RegisterSearch.Away::new);
    }

    /// Those of the towns that may be meant; none when it is no town, or too many.
    private List<String> postcodes(String town) {
        List<Commune> meant =
                town.isBlank() || town.length() > LONGEST
                        ? List.of()
                        : communes.meant(town.strip());
        List<String> all =
                meant.stream().flatMap(one -> one.postcodes().stream()).distinct().toList();
        return all.size() > LONGEST ? List.of() : all;
    }

    private static RegisterAnswer answer(Kept<RegisterReading> kept) {
        RegisterReading said = kept.told();
        if (!said.shown().isEmpty()) {
            return new RegisterAnswer.Found(said.shown().getFirst(), kept.readAt());
        }
        return said.hidden().isEmpty()
                ? new RegisterAnswer.Unknown()
                : new RegisterAnswer.NotShown();
    }

    private static String question(Siret siret) {
        return "siret " + siret.value();
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
