package fr.gouv.workinfrance.site.counter;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.dossier.Counter;
import fr.gouv.workinfrance.dossier.Counters;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SitePages;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The counter: what one entered there, entering another, and the copy that the person takes away.
@Controller
class CounterPages {

    private static final int SHOWN = 50;
    private static final int LONGEST_NAME = 200;

    private final SitePages pages;
    private final SeenDossiers requests;
    private final Counters counters;
    private final Procedures procedures;
    private final Clock clock;

    CounterPages(
            SitePages pages,
            SeenDossiers requests,
            Counters counters,
            Procedures procedures,
            Clock clock) {
        this.pages = pages;
        this.requests = requests;
        this.counters = counters;
        this.procedures = procedures;
        this.clock = clock;
    }

    @GetMapping("/guichet")
    View counter(@AuthenticationPrincipal Account account) {
        return pages.page(
                "site/counter/counter",
                Map.of(
                        "dossiers",
                        counters.of(account, SHOWN),
                        "procedures",
                        procedures.all().stream()
                                .collect(Collectors.toMap(Procedure::id, Procedure::name))));
    }

    @GetMapping("/guichet/nouvelle")
    View form() {
        return form("", "", null, List.of(), HttpStatus.OK);
    }

    /// @param wanted a procedure and who files, as `id/PART`
    @PostMapping("/guichet/nouvelle")
    View open(
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(required = false) Counter.@Nullable Agreement agreement,
            @RequestParam(defaultValue = "false") boolean agreed,
            @AuthenticationPrincipal Account account) {
        String name = person.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        List<String> wrong = new ArrayList<>();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            wrong.add("person");
        }
        if (!offered().containsKey(wanted)) {
            wrong.add("wanted");
        }
        if (agreement == null) {
            wrong.add("agreement");
        }
        if (!agreed) {
            wrong.add("agreed");
        }
        if (!wrong.isEmpty() || agreement == null) {
            return form(wanted, person, agreement, wrong, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String[] parts = wanted.split("/", -1);
        Dossier opened = counters.open(parts[0], Part.valueOf(parts[1]), name, agreement, account);
        return pages.to("/dossiers/" + opened.reference());
    }

    @PostMapping("/guichet/{reference}/copie")
    ResponseEntity<byte[]> copy(
            @PathVariable String reference, @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        if (!seen.atCounter()) {
            throw new NotFound();
        }
        byte[] pdf = counters.copy(seen.dossier().id(), account);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("copie-" + seen.dossier().reference() + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    private View form(
            String wanted,
            String person,
            Counter.@Nullable Agreement agreement,
            List<String> wrong,
            HttpStatus status) {
        Map<String, Object> model = new HashMap<>();
        model.put("offered", offered());
        model.put("wanted", wanted);
        model.put("person", person);
        model.put("agreement", agreement == null ? "" : agreement.name());
        model.put("wrong", wrong);
        return pages.page("site/counter/new", model, status);
    }

    /// What can be asked for today, and who may file, as `id/PART`.
    private Map<String, Procedure> offered() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), HolidayZone.METROPOLE.id());
        Map<String, Procedure> offered = new TreeMap<>();
        for (Procedure procedure : procedures.all()) {
            procedure
                    .on(Procedure.Aspect.FORM, today)
                    .map(Version::filers)
                    .orElse(List.of())
                    .forEach(filer -> offered.put(procedure.id() + "/" + filer.part(), procedure));
        }
        return offered;
    }
}
