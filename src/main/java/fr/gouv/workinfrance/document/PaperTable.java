package fr.gouv.workinfrance.document;

import fr.gouv.workinfrance.document.paper.Advice;
import fr.gouv.workinfrance.document.paper.Fingerprint;
import fr.gouv.workinfrance.document.paper.Paper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What documents told when they were received, and the fingerprints of the files that were
/// refused.
@Component
final class PaperTable {

    private static final String INSERT =
            """
            insert into document.paper (document, advice, width, height, words, whole)
            values (:document, :advice, :width, :height, :words, :whole)
            """;

    private static final String FIND =
            """
            select d.id, d.name, d.media_type, d.size, d.sha256, d.pages, d.received_at, d.scan, d.signature,
                   p.document as read, p.advice, p.width, p.height, p.words, p.whole
            from document.document d left join document.paper p on p.document = d.id
            where d.id in (:documents) and d.erased_at is null
            """;

    private static final String IS_REFUSED =
            """
            select exists (select from document.refused_file where fingerprint = :fingerprint)
            """;

    private static final String REFUSE =
            """
            insert into document.refused_file (fingerprint, refused_at)
            values (:fingerprint, :at)
            on conflict do nothing
            """;

    private static final String FORGET =
            """
            delete from document.refused_file where refused_at < :before
            """;

    private static final String KEY =
            """
            select wrapped from document.fingerprint_key
            """;

    private static final String DRAW_KEY =
            """
            insert into document.fingerprint_key (wrapped) values (:wrapped) on conflict do nothing
            """;

    private final JdbcClient database;

    PaperTable(JdbcClient database) {
        this.database = database;
    }

    void insert(DocumentId document, Paper paper) {
        database.sql(INSERT)
                .param("document", document.value())
                .param(
                        "advice",
                        paper.advice().stream().map(PaperTable::written).toArray(String[]::new))
                .param("width", paper.width())
                .param("height", paper.height())
                .param("words", bytes(paper.words()))
                .param("whole", paper.whole())
                .update();
    }

    Sheaf find(Collection<DocumentId> documents, Fingerprint by) {
        Map<DocumentId, StoredDocument> files = new HashMap<>();
        Map<DocumentId, Paper> papers = new HashMap<>();
        database.sql(FIND)
                .param("documents", documents.stream().map(DocumentId::value).distinct().toList())
                .query(
                        row -> {
                            StoredDocument file = DocumentTable.document(row, 0);
                            files.put(file.id(), file);
                            if (row.getObject("read") != null) {
                                papers.put(file.id(), paper(row, by));
                            }
                        });
        return new Sheaf(files, papers);
    }

    boolean isRefused(byte[] fingerprint) {
        return database.sql(IS_REFUSED)
                .param("fingerprint", fingerprint)
                .query(Boolean.class)
                .single();
    }

    /// Remembers a refused file.
    ///
    /// @return whether it was not refused already
    boolean refuse(byte[] fingerprint, Instant at) {
        return database.sql(REFUSE)
                        .param("fingerprint", fingerprint)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    int forget(Instant before) {
        return database.sql(FORGET).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    /// The wrapped key, once there is one.
    Optional<byte[]> key() {
        return database.sql(KEY).query((row, _) -> row.getBytes("wrapped")).optional();
    }

    /// Keeps a wrapped key, unless there is one already.
    ///
    /// @return the one that is kept
    byte[] key(byte[] wrapped) {
        database.sql(DRAW_KEY).param("wrapped", wrapped).update();
        return key().orElseThrow();
    }

    private static Paper paper(ResultSet row, Fingerprint by) throws SQLException {
        List<Advice> advice =
                Arrays.stream((String[]) row.getArray("advice").getArray())
                        .map(PaperTable::read)
                        .toList();
        return new Paper(
                advice,
                row.getInt("width"),
                row.getInt("height"),
                words(row.getBytes("words")),
                row.getBoolean("whole"),
                by);
    }

    /// "BLURRED 2": nothing that is kept names anybody.
    private static String written(Advice advice) {
        return advice.code().name() + " " + advice.number();
    }

    private static Advice read(String written) {
        String[] parts = written.split(" ", 2);
        return new Advice(Advice.Code.valueOf(parts[0]), Integer.parseInt(parts[1]), "");
    }

    private static byte[] bytes(Set<Long> words) {
        ByteBuffer bytes = ByteBuffer.allocate(words.size() * Long.BYTES);
        words.stream().sorted().forEach(bytes::putLong);
        return bytes.array();
    }

    private static Set<Long> words(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        Set<Long> words = new HashSet<>();
        while (from.hasRemaining()) {
            words.add(from.getLong());
        }
        return words;
    }
}
