package fr.gouv.workinfrance.examination.worklist;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The SQL of labels.
@Component
final class LabelTable {

    private static final String OF =
            """
            select dossier, label from examination.label
             where dossier = any(:dossiers)
             order by label
            """;

    private static final String USED =
            """
            select distinct l.label
              from examination.label l join dossier.worklist d on d.id = l.dossier
             where d.office = any(:offices)
             order by l.label
             limit 100
            """;

    private static final String PUT =
            """
            insert into examination.label (dossier, label, put_by, put_at)
            values (:dossier, :label, :by, :at)
            on conflict do nothing
            """;

    private static final String TAKE_OFF =
            "delete from examination.label where dossier = :dossier and label = :label";

    private final JdbcClient jdbc;

    LabelTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, List<String>> of(Collection<UUID> dossiers) {
        Map<UUID, List<String>> labels = new HashMap<>();
        jdbc.sql(OF)
                .param("dossiers", dossiers.toArray(UUID[]::new))
                .query(
                        row -> {
                            labels.computeIfAbsent(
                                            row.getObject("dossier", UUID.class),
                                            _ -> new ArrayList<>())
                                    .add(row.getString("label"));
                        });
        return labels;
    }

    List<String> used(Collection<String> offices) {
        return jdbc.sql(USED)
                .param("offices", offices.toArray(String[]::new))
                .query((row, _) -> requireNonNull(row.getString("label")))
                .list();
    }

    boolean put(UUID dossier, String label, UUID by, Instant at) {
        return jdbc.sql(PUT)
                        .param("dossier", dossier)
                        .param("label", label)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean takeOff(UUID dossier, String label) {
        return jdbc.sql(TAKE_OFF).param("dossier", dossier).param("label", label).update() == 1;
    }
}
