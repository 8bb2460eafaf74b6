package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.dossier.Acts.Trace;
import fr.gouv.workinfrance.dossier.EarlierTable.Last;
import fr.gouv.workinfrance.employer.Membership;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.LookUp;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Recall;
import fr.gouv.workinfrance.procedure.Version;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What is known already is not asked again: it is put in a draft, marked as taken over until
/// someone looks at it. Each party is told only of its own part, by requests in which it had that
/// part itself: it read there all that it finds here.
@Component
class Recalls {

    private final EarlierTable table;
    private final Procedures procedures;
    private final Grants grants;
    private final Acts acts;

    Recalls(EarlierTable table, Procedures procedures, Grants grants, Acts acts) {
        this.table = table;
        this.procedures = procedures;
        this.grants = grants;
        this.acts = acts;
    }

    /// A draft with what is known of the parts that someone has just come to fill.
    Dossier begun(Dossier draft, Collection<Part> parts, Account by) {
        Version version = acts.version(draft);
        Dossier begun = draft;
        for (Last last : last(parts, Names.of(draft.answers()).employerSiret(), by)) {
            Earlier earlier = earlier(last, by);
            if (last.part() != Part.EMPLOYER || !earlier.ofAnotherKind(draft.answers())) {
                begun = with(begun, draft.answers(), last.part(), earlier, by);
            }
        }
        for (Field field : version.fields()) {
            if (parts.contains(field.part()) && field.knownFrom(Recall.From.ACCOUNT)) {
                begun = with(begun, field, by.email(), 1, Taken.FROM_ACCOUNT, by);
            }
        }
        return begun;
    }

    /// The same, of a request that these parts have just joined; one that was deposited stays as it
    /// is.
    Dossier joined(Dossier dossier, Collection<Part> parts, Account by) {
        return dossier.stage() instanceof Stage.Draft && !parts.isEmpty()
                ? begun(dossier, parts, by)
                : dossier;
    }

    /// A draft with what is known of the establishment that someone has just named. What was taken
    /// over of another one, and that nobody has looked at, goes.
    Dossier named(Dossier draft, Account by) {
        Version version = acts.version(draft);
        Optional<Earlier> earlier =
                last(Set.of(Part.EMPLOYER), Names.of(draft.answers()).employerSiret(), by).stream()
                        .map(last -> earlier(last, by))
                        .findFirst();
        Dossier cleared = draft;
        for (String field : ofTheEstablishment(version)) {
            if (draft.answers().taken().containsKey(field)) {
                cleared = cleared.unanswered(field);
            }
        }
        return earlier.isEmpty()
                ? cleared
                : with(cleared, draft.answers(), Part.EMPLOYER, earlier.get(), by);
    }

    /// What the journal keeps of what was put in.
    static Trace trace(Dossier before, Dossier after) {
        return new Trace(
                facts(before.answers(), after.answers(), Set.of()),
                put(before.answers(), after.answers()));
    }

    /// The questions that were answered, those whose answers were taken over, and those whose
    /// answers had been and were looked at.
    static Map<String, String> facts(Answers before, Answers after, Set<String> answered) {
        Set<String> taken = new TreeSet<>(after.taken().keySet());
        taken.removeAll(before.taken().keySet());
        Set<String> looked = new TreeSet<>(before.taken().keySet());
        looked.removeAll(after.taken().keySet());
        looked.removeAll(answered);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("fields", String.join(",", answered));
        facts.put("taken over", String.join(",", taken));
        facts.put("confirmed", String.join(",", looked));
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    /// What changed in a draft, as typed.
    static Map<String, String> put(Answers before, Answers after) {
        Map<String, String> put = new TreeMap<>();
        after.byField()
                .forEach(
                        (field, answer) -> {
                            if (before.of(field).filter(answer::equals).isEmpty()) {
                                put.put(field, answer.typed());
                            }
                        });
        return put;
    }

    private static Collection<String> ofTheEstablishment(Version version) {
        return version.field(Known.EMPLOYER_SIRET.field())
                .map(Field::lookUp)
                .map(LookUp::fills)
                .map(Map::values)
                .orElse(List.of());
    }

    private List<Last> last(Collection<Part> parts, @Nullable String siret, Account by) {
        List<Membership> acting =
                parts.contains(Part.EMPLOYER) ? Membership.of(grants.of(by.id())) : List.of();
        return table.last(by.id(), parts, acting, siret);
    }

    private Earlier earlier(Last last, Account by) {
        return new Earlier(
                last.reference(),
                last.at().atZone(HolidayZone.METROPOLE.id()).toLocalDate(),
                procedures.version(last.procedure(), last.version()),
                last.filer(),
                last.answers(),
                last.held() == last.part() ? null : by.id());
    }

    /// @param before counts the answers that there were, so that what a page still shows does not
    ///   overwrite another one
    private Dossier with(Dossier draft, Answers before, Part part, Earlier earlier, Account by) {
        Version version = acts.version(draft);
        Map<String, String> known =
                earlier.known(version, part, Recall.From.EARLIER_REQUESTS, acts.today());
        Dossier with = draft;
        for (Map.Entry<String, String> one : known.entrySet()) {
            Field field = version.field(one.getKey()).orElseThrow();
            with =
                    with(
                            with,
                            field,
                            one.getValue(),
                            before.revision(field.id()) + 1,
                            earlier.mark(),
                            by);
        }
        return with;
    }

    /// What was answered already stays, and what the question cannot take is left out.
    private Dossier with(
            Dossier draft, Field field, String typed, int revision, Taken taken, Account by) {
        return draft.answers().of(field.id()).isEmpty()
                        && field.type().parse(typed, Locale.of(draft.language()))
                                instanceof Parsed.Value(Object canonical, _)
                ? draft.answer(
                        field.id(),
                        new Answer(typed, canonical, by.id(), acts.now(), revision, taken))
                : draft;
    }
}
