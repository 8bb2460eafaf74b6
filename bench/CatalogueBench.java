import fr.gouv.workinfrance.procedure.Corpus;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Gazetteer;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.reference.Countries;
import fr.gouv.workinfrance.reference.Territories;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How long the catalogue takes to be read and checked whole, and a full form to be judged.
void main() throws Exception {
    Map<String, String> files = Catalogue.files();
    Gazetteer gazetteer = Gazetteer.of(new Territories(), new Countries());

    long[] loads = new long[40];
    Corpus corpus = null;
    for (int run = 0; run < loads.length; run++) {
        long start = cpu();
        corpus = Catalogue.read(files, gazetteer);
        loads[run] = cpu() - start;
    }
    IO.println(
            "files "
                    + files.size()
                    + ", procedures "
                    + corpus.procedures().size()
                    + ", versions "
                    + corpus.procedures().stream().mapToInt(p -> p.versions().size()).sum());
    IO.println("read and checked, first time in the process: " + millis(loads[0]));
    Arrays.sort(loads, 20, loads.length);
    IO.println("read and checked, once warm, median of 20:   " + millis(loads[30]));

    for (Procedure procedure : corpus.procedures()) {
        Version version = procedure.versions().getLast();
        Map<String, Object> values = new HashMap<>(Map.of("filer", "WORKER"));
        for (Field field : version.fields()) {
            if (field.example() != null
                    && field.type().parse(field.example(), Locale.FRENCH)
                            instanceof Parsed.Value(Object canonical, String _)) {
                values.put(field.id(), canonical);
            }
        }
        LocalDate today = LocalDate.of(2026, 11, 25);
        long[] judged = new long[4000];
        for (int run = 0; run < judged.length; run++) {
            long start = cpu();
            version.gaps(values, Set.of(), Set.of(), today);
            judged[run] = cpu() - start;
        }
        Arrays.sort(judged, 2000, judged.length);
        IO.println(
                procedure.id()
                        + ": "
                        + version.rules().size()
                        + " rules, "
                        + values.size()
                        + " answers, all gaps, median of 2000: "
                        + millis(judged[3000]));
    }
}

static String millis(long nanos) {
    return "%.3f ms".formatted(nanos / 1e6);
}

/// The time that this thread has had the processor, whatever else the machine does.
static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
}
