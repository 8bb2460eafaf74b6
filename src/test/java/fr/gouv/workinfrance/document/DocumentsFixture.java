package fr.gouv.workinfrance.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.document.antivirus.Antivirus;
import fr.gouv.workinfrance.document.antivirus.Antiviruses;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Documents on a real database and in a folder of their own.
abstract class DocumentsFixture {
    static final int MB = 1024 * 1024;

    @TempDir Path folder;
    @Autowired DocumentTable table;
    @Autowired Papers papers;
    @Autowired UploadTable uploadTable;
    @Autowired QuotaTable quotaTable;
    @Autowired Journal journal;
    @Autowired SettableClock clock;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JdbcClient database;

    final Actor someone = Actor.account(UUID.randomUUID());
    final Subject dossier = new Subject("dossier", UUID.randomUUID().toString());
    final MasterKey masterKey = masterKey();
    final Threads inspectors = new Threads("inspector", 2);
    final List<Object> told = new ArrayList<>();
    Antivirus antivirus = Antiviruses.none();
    Quotas quotas;
    Documents documents;

    @BeforeEach
    void open() {
        quotas = quotas(300, 2048, 30);
        documents = documents(store(), masterKey);
    }

    Store store() {
        return new FolderStore(folder, 0);
    }

    Quotas quotas(int documents, int megabytes, int uploads) {
        return new Quotas(
                quotaTable,
                new QuotaSettings(documents, DataSize.ofMegabytes(megabytes), uploads),
                clock);
    }

    Uploads uploads() {
        return new Uploads(
                uploadTable,
                store(),
                masterKey,
                documents,
                quotas,
                clock,
                transactions,
                inspectors);
    }

    Quarantine quarantine(Store store, MasterKey key) {
        return new Quarantine(
                table, store, key, antivirus, papers, journal, told::add, clock, transactions);
    }

    Orphans orphans(Store store) {
        return new Orphans(table, store);
    }

    Documents documents(Store store, MasterKey key) {
        return new Documents(
                table,
                papers,
                store,
                key,
                quarantine(store, key),
                quotas,
                journal,
                clock,
                transactions,
                inspectors);
    }

    StoredDocument received(byte[] content, String name) {
        Reception reception = documents.store(in(content), name, content.length, someone);
        assertThat(reception).isInstanceOf(Reception.Received.class);
        return ((Reception.Received) reception).document();
    }

    List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    long rows() {
        return database.sql("select count(*) from document.document").query(Long.class).single();
    }

    static Subject subject(StoredDocument document) {
        return new Subject("document", document.id().toString());
    }

    static MasterKey masterKey() {
        try {
            return MasterKey.of(MasterKeyTest.setting(MasterKeyTest.keys()));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static InputStream in(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    static byte[] padded(byte[] content, int length) {
        byte[] longer = Arrays.copyOf(content, length);
        Arrays.fill(longer, content.length, length, (byte) '\n');
        return longer;
    }

    static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
