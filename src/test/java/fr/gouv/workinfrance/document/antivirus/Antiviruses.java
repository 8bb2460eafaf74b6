package fr.gouv.workinfrance.document.antivirus;

import java.time.Duration;

/// Antiviruses of tests.
public final class Antiviruses {

    private Antiviruses() {}

    public static Antivirus none() {
        return at("none");
    }

    /// The one at this address, which is given little time.
    public static Antivirus at(String address) {
        return new Antivirus(settings(address, Duration.ofSeconds(10)));
    }

    static AntivirusSettings settings(String address, Duration patience) {
        return new AntivirusSettings(address, Duration.ofSeconds(1), patience);
    }
}
