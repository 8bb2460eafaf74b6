package fr.gouv.workinfrance.document.antivirus;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.InputStream;
import java.io.UncheckedIOException;

/// The antivirus that the settings name.
@Component
public class Antivirus {

    private final @Nullable ClamdClient clamd;

    Antivirus(AntivirusSettings settings) {
        this.clamd = settings.none() ? null : new ClamdClient(settings);
    }

    /// Whether there is one: a demonstration may have none, and then says so.
    public boolean present() {
        return clamd != null;
    }

    /// What it says of a content, at once or within the patience of the settings. Without an
    /// antivirus nothing bad is known of anything. Never inside a transaction.
    ///
    /// @param content is read as far as needed, and not closed
    /// @throws UncheckedIOException when the content itself cannot be read
    public Verdict scan(InputStream content) {
        return clamd == null ? new Verdict.Clean() : clamd.scan(content);
    }
}
