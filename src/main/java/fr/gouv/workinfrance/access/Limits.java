package fr.gouv.workinfrance.access;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/// Says whether something is done too often, counted in the database and therefore by all nodes
/// together.
///
/// `max` times may come at once; then the allowance comes back evenly, one every `window / max`,
/// and is whole again after a quiet `window`. Somebody who abuses an address thus never shuts its
/// owner out for the whole window.
@Component
public class Limits {

    private final LimitTable gauges;
    private final Pepper pepper;
    private final Clock clock;

    Limits(LimitTable gauges, Pepper pepper, Clock clock) {
        this.gauges = gauges;
        this.pepper = pepper;
        this.clock = clock;
    }

    /// Counts one more, and says whether it may go on. A refused one does not count. It must be
    /// asked outside of any transaction, so that no rollback ever un-counts it.
    ///
    /// @param key what is limited, "verify:192.0.2.1"; kept authenticated, never in clear
    @Transactional(propagation = Propagation.NEVER)
    public boolean allow(String key, int max, Duration window) {
        return gauges.pour(hidden(key), step(max, window), window, now());
    }

    /// When [#allow] with the same arguments would say yes: now, unless the limit is reached.
    @Transactional(propagation = Propagation.NEVER)
    public Instant allowedFrom(String key, int max, Duration window) {
        var now = now();
        return gauges.emptyAt(hidden(key))
                .map(empty -> empty.plus(step(max, window)).minus(window))
                .filter(free -> free.isAfter(now))
                .orElse(now);
    }

    /// Where a visitor comes from, for limits: an IPv4 address as it is, the first 64 bits of an
    /// IPv6 one, since a single subscriber has all the others.
    public static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 4 ? address : HexFormat.of().formatHex(bytes, 0, 8) + "/64";
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static Duration step(int max, Duration window) {
        return window.dividedBy(max).truncatedTo(ChronoUnit.MICROS);
    }

    private String hidden(String key) {
        return pepper.mac("limit", key);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
