import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Reference;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/// Deposited requests by the hundred thousand, the same for the same seed: a request that the
/// demonstration has lived, with other people, employers, offices, dates and stages. Each has its
/// parties, its grants, its ledger, who was in charge and its decision, so that pages read of it
/// what they read of any.
final class Population {

    /// One in three is handled in Paris, where what is measured works.
    static final String OFFICE = "prefecture-75";

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final Instant TODAY = Instant.parse("2026-11-30T09:00:00Z");
    private static final int BATCH = 50_000;
    private static final int YEARS = 5;
    private static final int DAY = 86_400;

    private static final List<String> SURNAMES =
            List.of(
                    "Ndiaye",
                    "Diallo",
                    "Traoré",
                    "Ben Salah",
                    "Bouzid",
                    "Haddad",
                    "Nguyen",
                    "Tran",
                    "Wang",
                    "Zhang",
                    "Li",
                    "Rakoto",
                    "Razafindrakoto",
                    "Fernández",
                    "García",
                    "Silva",
                    "Santos",
                    "Ivanova",
                    "Petrenko",
                    "Kovalenko",
                    "Yılmaz",
                    "Kaya",
                    "Ahmadi",
                    "Hosseini",
                    "Khan",
                    "Sharma",
                    "Patel",
                    "Gupta",
                    "Singh",
                    "Okafor",
                    "Adeyemi",
                    "Mbarga",
                    "Ngo",
                    "Kouassi",
                    "Koné",
                    "Ouattara",
                    "Cissé",
                    "Sow",
                    "Fall",
                    "Gueye",
                    "El Amrani",
                    "Benali",
                    "Cherif",
                    "Mansouri",
                    "Khelifi",
                    "Zerrouki",
                    "Belkacem",
                    "Rossi",
                    "Kim",
                    "Park",
                    "Sato",
                    "Lopez",
                    "Ramírez",
                    "Quispe",
                    "Mamani",
                    "Jean",
                    "Pierre",
                    "Toussaint",
                    "Abdoulaye",
                    "Moussa");

    private static final List<String> SYLLABLES =
            List.of(
                    "ba", "di", "ko", "ma", "ra", "lé", "sou", "ny", "fa", "tou", "mé", "ga", "bel",
                    "kha", "li", "do", "vi", "zan", "cha", "rou");

    private static final List<String> GIVEN =
            List.of(
                    "Awa", "Fatou", "Mamadou", "Ousmane", "Inès", "Yasmine", "Mehdi", "Karim",
                    "Linh", "Minh", "Wei", "Xin", "Ana", "María", "João", "Daria", "Oksana", "Emre",
                    "Reza", "Aisha", "Priya", "Rahul", "Chinedu", "Ngozi", "Aya", "Adjoua", "Salma",
                    "Omar", "Sofía", "Luis", "Min-jun", "Yuki", "Wendy", "Frantz", "Moïse", "Zoé");

    private static final List<String> EMPLOYERS =
            List.of(
                    "Boulangerie",
                    "Garage",
                    "Clinique",
                    "Librairie",
                    "Restaurant",
                    "Cabinet",
                    "Imprimerie",
                    "Atelier",
                    "Pharmacie",
                    "Hôtel",
                    "Menuiserie",
                    "Brasserie");

    private static final List<String> NATIONALITIES =
            List.of(
                    "SN", "MA", "DZ", "TN", "CN", "VN", "CM", "CI", "BR", "UA", "TR", "IN", "MG",
                    "HT");

    private static final List<String> KINDS = List.of("fixed_term", "permanent", "seasonal");

    private static final List<String> JOBS =
            List.of(
                    "vendeuse",
                    "serveur",
                    "aide comptable",
                    "developpeur",
                    "assistante",
                    "cuisinier");

    private Population() {}

    /// Adds requests numbered from one to another.
    ///
    /// @param open how many of a thousand wait for their office
    static void add(Connection database, long seed, int from, int to, int open) throws Exception {
        try (Statement sql = database.createStatement()) {
            sql.execute(
                    "create temporary table if not exists template as select * from dossier.dossier"
                            + " limit 0");
            // the demonstration lives its requests once it has started
            while (sql.executeUpdate(
                                    "insert into template select d.* from dossier.dossier d where"
                                        + " d.stage = 'DECIDED' and exists (select from"
                                        + " dossier.decision c where c.id = d.decision and"
                                        + " c.granted) and not exists (select from template) order"
                                        + " by d.reference limit 1")
                            == 0
                    && !sql.executeQuery("select from template").next()) {
                Thread.sleep(500);
            }
            sql.execute(
                    "create temporary table if not exists one (n int primary key, id uuid,"
                        + " reference text, office text, stage text, assignee uuid, submitted"
                        + " timestamptz, due date, answer_by date, ended timestamptz, surname text,"
                        + " given text, employer text, siret text, search text, nationality text,"
                        + " kind text, foreigner text, begins date, born date, title text, job"
                        + " text)");
            List<UUID> agents = new ArrayList<>();
            try (var row =
                    sql.executeQuery(
                            "select account from access.granted where relation = 'caseworker' and"
                                    + " scope_id = '"
                                    + OFFICE
                                    + "' order by account")) {
                while (row.next()) {
                    agents.add(row.getObject(1, UUID.class));
                }
            }
            List<String> indexes = new ArrayList<>();
            if (to - from >= BATCH) {
                // what indexes words and answers is faster made at once than row by row
                try (var row =
                        sql.executeQuery(
                                "select indexrelid::regclass, pg_get_indexdef(indexrelid) from"
                                    + " pg_index where indrelid in ('dossier.dossier'::regclass,"
                                    + " 'dossier.spelling'::regclass) and"
                                    + " pg_get_indexdef(indexrelid) like '%USING gin%'")) {
                    while (row.next()) {
                        indexes.add(row.getString(1) + "\n" + row.getString(2));
                    }
                }
                for (String index : indexes) {
                    sql.execute("drop index " + index.lines().findFirst().orElseThrow());
                }
            }
            CopyManager copy = database.unwrap(PGConnection.class).getCopyAPI();
            for (int first = from; first <= to; first += BATCH) {
                StringBuilder rows = new StringBuilder();
                for (int n = first; n < first + BATCH && n <= to; n++) {
                    row(
                            rows,
                            new SplittableRandom(new SplittableRandom(seed + n).nextLong()),
                            n,
                            open,
                            agents);
                }
                // a request and its decision name each other
                database.setAutoCommit(false);
                sql.execute("truncate one");
                copy.copyIn("copy one from stdin", new StringReader(rows.toString()));
                insert(sql);
                database.commit();
                database.setAutoCommit(true);
            }
            for (String index : indexes) {
                sql.execute(index.lines().skip(1).findFirst().orElseThrow());
            }
            sql.execute("vacuum (analyze)");
        }
    }

    private static void row(
            StringBuilder rows, SplittableRandom random, int n, int open, List<UUID> agents) {
        boolean waits = random.nextInt(1000) < open;
        boolean paris = random.nextInt(3) == 0;
        String office = paris ? OFFICE : "prefecture-" + (10 + random.nextInt(64));
        long age = waits ? random.nextInt(75 * DAY) : (75L + random.nextInt(YEARS * 365)) * DAY;
        Instant submitted = TODAY.minusSeconds(age);
        LocalDate due = submitted.atZone(ZoneOffset.UTC).toLocalDate().plusMonths(2);
        Instant ended = waits ? null : submitted.plusSeconds((10L + random.nextInt(45)) * DAY);
        int step = random.nextInt(10);
        String stage =
                waits
                        ? step < 4
                                ? "SUBMITTED"
                                : step < 6
                                        ? "COMPLETE"
                                        : step < 9 ? "IN_EXAMINATION" : "AWAITING_SIGNATURE"
                        : "DECIDED";
        boolean nobody = stage.equals("SUBMITTED") && random.nextInt(3) > 0;
        UUID assignee = nobody ? null : agents.get(random.nextInt(agents.size()));
        boolean asked = stage.equals("SUBMITTED") && !nobody && random.nextInt(4) == 0;
        String surname =
                random.nextInt(3) == 0
                        ? of(SURNAMES, random)
                        : capital(
                                of(SYLLABLES, random)
                                        + of(SYLLABLES, random)
                                        + of(SYLLABLES, random));
        String given = of(GIVEN, random) + " " + of(GIVEN, random);
        String employer =
                of(EMPLOYERS, random)
                        + " "
                        + capital(of(SYLLABLES, random) + of(SYLLABLES, random))
                        + " "
                        + random.nextInt(400);
        String siret =
                "%09d%05d".formatted(100_000_000 + random.nextInt(150_000), 1 + random.nextInt(9));
        String search = " " + Names.plain(given + " " + surname) + " | " + Names.plain(employer);
        List<Object> values = new ArrayList<>();
        values.add(n);
        values.add(
                new UUID(
                        random.nextLong() & ~0xF000L | 0x4000L,
                        random.nextLong() >>> 2 | 1L << 63));
        values.add(reference(n));
        values.add(office);
        values.add(stage);
        values.add(assignee);
        values.add(submitted);
        values.add(due);
        values.add(asked ? LocalDate.of(2026, 12, 10) : null);
        values.add(ended);
        values.add(surname);
        values.add(given);
        values.add(employer);
        values.add(siret);
        values.add(search);
        values.add(of(NATIONALITIES, random));
        values.add(of(KINDS, random));
        values.add("%010d".formatted(random.nextLong(10_000_000_000L)));
        values.add(due.plusDays(30));
        values.add(LocalDate.of(1988, 1, 1).plusDays(random.nextInt(7000)));
        values.add("%010d".formatted(random.nextLong(10_000_000_000L)));
        values.add(of(JOBS, random));
        for (int at = 0; at < values.size(); at++) {
            Object value = values.get(at);
            rows.append(at == 0 ? "" : "\t").append(value == null ? "\\N" : value.toString());
        }
        rows.append('\n');
    }

    private static void insert(Statement sql) throws Exception {
        copy(
                sql,
                "dossier",
                "dossier",
                "template t, one",
                "id=one.id",
                "reference=one.reference",
                "stage=one.stage",
                "office=one.office",
                "assignee=one.assignee",
                "opened_at=one.submitted - interval '2 days'",
                "touched_at=one.submitted",
                "submitted_at=one.submitted",
                "certified_at=case when one.stage = 'SUBMITTED' then null else one.submitted +"
                        + " interval '1 day' end",
                "certified_by=case when one.stage = 'SUBMITTED' then null else t.certified_by end",
                "examined_since=case when one.stage = 'IN_EXAMINATION' then one.submitted end",
                "decision=case when one.stage in ('AWAITING_SIGNATURE', 'DECIDED') then"
                        + " md5('decision' || one.n)::uuid end",
                "answers=t.answers || jsonb_build_object('surname', (t.answers -> 'surname') ||"
                    + " jsonb_build_object('typed', one.surname, 'value', one.surname),"
                    + " 'given_names', (t.answers -> 'given_names') || jsonb_build_object('typed',"
                    + " one.given, 'value', one.given))",
                "worker_name=one.given || ' ' || one.surname",
                "employer_name=one.employer",
                "employer_siret=one.siret",
                "search_text=one.search",
                "searched=t.searched || jsonb_build_object('nationality', one.nationality,"
                        + " 'contract_kind', one.kind, 'foreigner_number', one.foreigner,"
                        + " 'contract_start', one.begins::text, 'birth_date', one.born::text,"
                        + " 'title_number', one.title, 'job_title', one.job, 'employer_siret',"
                        + " one.siret)",
                "worker_birth=one.born::text",
                "answer_by=one.answer_by",
                "ended_at=one.ended",
                "employer=null",
                "establishment=null",
                "legal_limit=one.due");
        copy(
                sql,
                "dossier",
                "decision",
                "dossier.decision t join template e on e.decision = t.id, one where one.stage in"
                        + " ('AWAITING_SIGNATURE', 'DECIDED')",
                "id=md5('decision' || one.n)::uuid",
                "dossier=one.id",
                "number=one.reference || 'A'",
                "code=md5('code' || one.n)",
                "signed_at=one.ended",
                "signed_by=case when one.ended is null then null else t.signed_by end",
                "author=case when one.ended is null then null else t.author end",
                "capacity=case when one.ended is null then null else t.capacity end",
                "sha256=case when one.ended is null then null else t.sha256 end");
        copy(
                sql,
                "dossier",
                "clock_line",
                "dossier.clock_line t join template e on e.id = t.dossier, one where t.kind ="
                        + " 'START' or (t.kind = 'STOP' and one.ended is not null)",
                "dossier=one.id",
                "day=one.submitted::date",
                "legal_limit=one.due");
        copy(
                sql,
                "dossier",
                "party",
                "dossier.party t join template e on e.id = t.dossier, one",
                "dossier=one.id",
                "account=md5(t.part || one.n)::uuid");
        copy(
                sql,
                "dossier",
                "assignment",
                "(select t.* from dossier.assignment t join template e on e.id = t.dossier order by"
                        + " t.from_at desc limit 1) t, one where one.assignee is not null",
                "dossier=one.id",
                "account=one.assignee",
                "from_at=one.submitted",
                "until_at=null",
                "office=one.office");
        sql.execute(
                "insert into dossier.spelling (office, word) select distinct one.office, w.word"
                        + " from one, unnest(tsvector_to_array(dossier.words(one.search))) as w"
                        + " (word) where not exists (select from dossier.spelling s where s.office"
                        + " = one.office and s.word = w.word)");
    }

    /// The rows of a table again, with other values in some columns.
    private static void copy(
            Statement sql, String schema, String table, String source, String... others)
            throws Exception {
        List<String> columns = List.of(columns(sql, schema, table).split(", "));
        List<String> selected = new ArrayList<>();
        for (String column : columns) {
            selected.add(
                    List.of(others).stream()
                            .filter(other -> other.startsWith(column + "="))
                            .map(other -> other.substring(column.length() + 1))
                            .findFirst()
                            .orElse("t." + column));
        }
        sql.execute(
                "insert into "
                        + schema
                        + "."
                        + table
                        + " ("
                        + String.join(", ", columns)
                        + ") select "
                        + String.join(", ", selected)
                        + " from "
                        + source);
    }

    private static String of(List<String> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    /// The reference of the n-th request, with its check character.
    static String reference(int n) {
        StringBuilder digits = new StringBuilder();
        for (int rest = n, at = 0; at < 11; at++, rest /= ALPHABET.length()) {
            digits.append(ALPHABET.charAt(rest % ALPHABET.length()));
        }
        return ALPHABET.chars()
                .mapToObj(check -> Reference.read(digits.toString() + (char) check))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow()
                .value();
    }

    /// The columns of a table that are written.
    static String columns(Statement sql, String schema, String table) throws Exception {
        try (var row =
                sql.executeQuery(
                        "select string_agg(column_name, ', ' order by ordinal_position) from"
                                + " information_schema.columns where table_schema = '"
                                + schema
                                + "' and table_name = '"
                                + table
                                + "' and is_generated = 'NEVER' and is_identity = 'NO'")) {
            row.next();
            return row.getString(1);
        }
    }
}
