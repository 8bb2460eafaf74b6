package fr.gouv.workinfrance.reference.online;

import fr.gouv.workinfrance.reference.BareText;
import fr.gouv.workinfrance.reference.online.AddressClient.Feature;
import fr.gouv.workinfrance.reference.online.AddressClient.Found;
import fr.gouv.workinfrance.reference.online.AddressClient.Properties;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The State's base of addresses, that completes what is typed. Whatever it answers, or not,
/// whoever asks can go on by hand.
@Component
public class Addresses {

    /// Below, it refuses the question.
    private static final int SHORTEST = 3;

    private static final int LONGEST = 150;
    private static final int MOST = 8;
    private static final Pattern POSTCODE = Pattern.compile("\\d{5}");
    private static final Pattern COMMUNE = Pattern.compile("(?:\\d{2}|2[AB])\\d{3}");

    private final AddressClient client;
    private final Calls calls;

    Addresses(AddressClient client, Calls calls) {
        this.client = client;
        this.calls = calls;
    }

    /// What is kept of an answer.
    record Listed(List<PostalAddress> all) {}

    /// The addresses that may be meant. It may ask another service: outside of any transaction.
    ///
    /// @param postcode among those of this postcode first; empty for all
    @Transactional(propagation = Propagation.NEVER)
    public AddressAnswer complete(String typed, String postcode) {
        String asked = CleanText.of(typed);
        String whole = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
        if (BareText.of(whole).length() < SHORTEST) {
            return new AddressAnswer.Proposed(List.of());
        }
        String within = POSTCODE.matcher(postcode).matches() ? postcode : "";
        AddressAnswer among = ask(whole, within);
        // overseas, the filter leaves nothing: ask without it
        return among instanceof AddressAnswer.Proposed(List<PostalAddress> none)
                        && none.isEmpty()
                        && !within.isEmpty()
                ? ask(whole, "")
                : among;
    }

    private AddressAnswer ask(String typed, String postcode) {
        return calls.ask(
                        Online.ADDRESSES,
                        BareText.of(typed) + " " + postcode,
                        Listed.class,
                        () ->
                                client.search(
                                        typed, postcode.isEmpty() ? List.of() : List.of(postcode)),
                        Addresses::read)
                .<AddressAnswer>map(kept -> new AddressAnswer.Proposed(kept.told().all()))
                .orElseGet(AddressAnswer.Away::new);
    }

    private static Listed read(Found found) {
        List<Feature> features = found.features() == null ? List.of() : found.features();
        return new Listed(
                features.stream()
                        .filter(Objects::nonNull)
                        .flatMap(feature -> Stream.ofNullable(feature.properties()))
                        .map(Addresses::address)
                        .filter(one -> !one.street().isEmpty() && !one.postcode().isEmpty())
                        .limit(MOST)
                        .toList());
    }

    private static PostalAddress address(Properties told) {
        return new PostalAddress(
                CleanText.of(told.label()),
                CleanText.of(told.name()),
                CleanText.of(told.postcode(), POSTCODE),
                CleanText.of(told.citycode(), COMMUNE),
                CleanText.of(told.city()));
    }
}
