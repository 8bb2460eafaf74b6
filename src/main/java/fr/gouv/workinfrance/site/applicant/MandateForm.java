package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.dossier.Relation;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.employer.mandate.Mandate.Giver;
import fr.gouv.workinfrance.employer.mandate.Mandate.Holder;
import fr.gouv.workinfrance.employer.mandate.Power;
import fr.gouv.workinfrance.employer.mandate.Proposal;
import fr.gouv.workinfrance.employer.mandate.Reach;
import fr.gouv.workinfrance.employer.mandate.Standing.Side;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.reference.PartialDate;
import fr.gouv.workinfrance.reference.Siren;
import fr.gouv.workinfrance.reference.Siret;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The terms of a mandate as they are typed: for one request, or for requests of an employer.
///
/// @param seen the request; absent for a mandate of several
/// @param side which of the two types it
/// @param typed by field
/// @param powers that were ticked
/// @param wrong what is wrong, by field, as a key of the words
public record MandateForm(
        @Nullable Seen seen,
        Side side,
        Map<String, String> typed,
        Set<Power> powers,
        Map<String, String> wrong) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int LONGEST = 120;

    public MandateForm {
        typed = Map.copyOf(typed);
        powers = Set.copyOf(powers);
    }

    /// With what is known already: it begins today, lasts a year, and allows all but taking a
    /// request back.
    static MandateForm blank(@Nullable Seen seen, Side side, Account by, LocalDate today) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("from", today.format(DAY));
        known.put("until", today.plusYears(1).minusDays(1).format(DAY));
        if (side == Side.HOLDER) {
            known.put("holder", named(by));
        }
        if (seen != null) {
            Names names = Names.of(seen.dossier().answers());
            put(known, "employer", names.employer());
            put(known, "siren", names.employerSiret());
            if (side == Side.HOLDER && seen.relations().contains(Relation.WORKER)) {
                put(known, "holder", names.worker());
            }
        }
        return new MandateForm(
                seen,
                side,
                known,
                EnumSet.complementOf(EnumSet.of(Power.TAKE_BACK, Power.APPEAL)),
                Map.of());
    }

    /// Someone who has no name here is not called by his address.
    private static String named(Account by) {
        return by.displayName().equals(by.email()) ? "" : by.displayName();
    }

    private static void put(Map<String, String> known, String field, @Nullable String value) {
        if (value != null) {
            known.put(field, value);
        }
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public String fault(String field) {
        return wrong.getOrDefault(field, "");
    }

    /// The same, with all that is wrong in it.
    MandateForm checked() {
        Map<String, String> faults = new LinkedHashMap<>();
        for (String name : List.of("employer", "holder")) {
            if (value(name).isBlank() || value(name).length() > LONGEST) {
                faults.put(name, "site.mandate." + name + ".missing");
            }
        }
        boolean numbered = !value("siren").isBlank();
        if ((numbered && siren().isEmpty()) || (!numbered && seen == null)) {
            faults.put("siren", "site.mandate.siren.wrong");
        }
        if (establishments().isEmpty()) {
            faults.put("establishments", "site.mandate.establishments.wrong");
        }
        Optional<LocalDate> from = day("from");
        Optional<LocalDate> until = day("until");
        if (from.isEmpty()) {
            faults.put("from", "site.mandate.day.wrong");
        }
        if (until.isEmpty()) {
            faults.put("until", "site.mandate.day.wrong");
        } else if (from.isPresent() && until.get().isBefore(from.get())) {
            faults.put("until", "site.mandate.until.before");
        }
        if (powers.isEmpty()) {
            faults.put("powers", "site.mandate.powers.missing");
        }
        return new MandateForm(seen, side, typed, powers, faults);
    }

    /// @param about what it is for, in the French words of the document
    Proposal proposal(Account by, String about) {
        Seen of = seen;
        UUID employer =
                side == Side.GIVER
                        ? by.id()
                        : of == null
                                ? null
                                : of.dossier()
                                        .party(Part.EMPLOYER)
                                        .map(Party::account)
                                        .orElse(null);
        String procedure = value("procedure");
        return new Proposal(
                new Giver(
                        value("employer").strip(),
                        siren().map(Siren::value).orElse(null),
                        employer),
                new Holder(
                        value("holder").strip(),
                        value("organization").strip(),
                        side == Side.HOLDER ? by.id() : null),
                of == null
                        ? new Reach.Requests(
                                procedure.isEmpty() ? null : procedure,
                                establishments().orElseThrow(),
                                about)
                        : one(of.dossier(), about),
                powers,
                day("from").orElseThrow(),
                day("until").orElseThrow());
    }

    private static Reach one(Dossier dossier, String about) {
        return new Reach.OneRequest(dossier.id().scope(), dossier.reference().value(), about);
    }

    /// A SIRET is as good: its first nine digits are the SIREN.
    private Optional<Siren> siren() {
        return Siren.parse(value("siren"))
                .or(() -> Siret.parse(value("siren")).map(siret -> new Siren(siret.siren())));
    }

    /// One by line, each of the employer; empty when one is not.
    private Optional<Set<String>> establishments() {
        Set<String> all = new LinkedHashSet<>();
        for (String line :
                Arrays.stream(value("establishments").split("[\\n,;]"))
                        .filter(one -> !one.isBlank())
                        .toList()) {
            Optional<Siret> siret = Siret.parse(line);
            if (siret.isEmpty()
                    || siren().filter(s -> s.value().equals(siret.get().siren())).isEmpty()) {
                return Optional.empty();
            }
            all.add(siret.get().value());
        }
        return Optional.of(all);
    }

    private Optional<LocalDate> day(String field) {
        return read(value(field));
    }

    /// A day as it is typed.
    static Optional<LocalDate> read(String typed) {
        return PartialDate.parse(typed.strip().toLowerCase(Locale.ROOT))
                .filter(PartialDate::complete)
                .map(PartialDate::earliest);
    }
}
