package fr.gouv.workinfrance.reference.online;

import fr.gouv.workinfrance.reference.Commune;
import fr.gouv.workinfrance.reference.Communes;
import fr.gouv.workinfrance.reference.Siret;
import fr.gouv.workinfrance.reference.online.RegisterClient.Complements;
import fr.gouv.workinfrance.reference.online.RegisterClient.Page;
import fr.gouv.workinfrance.reference.online.RegisterClient.Place;
import fr.gouv.workinfrance.reference.online.RegisterClient.Unit;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What we keep of an answer of the register, which may be anything.
///
/// @param shown those that it tells of
/// @param hidden those whose holder has asked that they not be told
record RegisterReading(List<Establishment> shown, List<String> hidden) {

    private static final int MOST = 40;
    private static final Pattern POSTCODE = Pattern.compile("\\d{5}");
    private static final Pattern COMMUNE = Pattern.compile("(?:\\d{2}|2[AB])\\d{3}");
    private static final Pattern ACTIVITY = Pattern.compile("\\d{2}\\.\\d{2}[A-Z]");
    private static final Pattern SLICE = Pattern.compile("\\d{2}");
    private static final String NOT_TOLD = "[NON-DIFFUSIBLE]";
    private static final String TOLD = "O";
    private static final String CLOSED = "F";

    /// Keeps its own copies.
    RegisterReading {
        shown = List.copyOf(shown);
        hidden = List.copyOf(hidden);
    }

    static RegisterReading of(Page page, Communes communes) {
        List<Establishment> shown = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        for (Unit unit : some(page.results())) {
            for (Place place : places(unit)) {
                Optional<Siret> siret = Siret.parse(CleanText.of(place.siret()));
                if (siret.isEmpty() || shown.size() + hidden.size() >= MOST) {
                    continue;
                }
                if (told(unit, place)) {
                    shown.add(establishment(siret.get(), unit, place, communes));
                } else {
                    hidden.add(siret.get().value());
                }
            }
        }
        return new RegisterReading(shown, hidden);
    }

    RegisterReading of(Siret siret) {
        return new RegisterReading(
                shown.stream().filter(one -> one.siret().equals(siret)).limit(1).toList(),
                hidden.stream().filter(siret.value()::equals).toList());
    }

    /// Those that answer the question; the head office, when none is named.
    private static List<Place> places(Unit unit) {
        List<Place> matching = some(unit.matchingEtablissements());
        Stream<Place> all =
                matching.isEmpty() ? Stream.ofNullable(unit.siege()) : matching.stream();
        return all.toList();
    }

    private static boolean told(Unit unit, Place place) {
        return Objects.requireNonNullElse(place.statutDiffusionEtablissement(), TOLD).equals(TOLD)
                && Stream.of(unit.nomComplet(), place.adresse(), place.libelleCommune())
                        .filter(Objects::nonNull)
                        .noneMatch(text -> text.contains(NOT_TOLD));
    }

    private static Establishment establishment(
            Siret siret, Unit unit, Place place, Communes communes) {
        String postcode = CleanText.of(place.codePostal(), POSTCODE);
        String commune = CleanText.of(place.commune(), COMMUNE);
        String written = CleanText.of(place.libelleCommune());
        String name = CleanText.of(unit.nomRaisonSociale());
        return new Establishment(
                siret,
                name.isEmpty() ? CleanText.of(unit.nomComplet()) : name,
                some(place.listeEnseignes()).stream().findFirst().map(CleanText::of).orElse(""),
                street(CleanText.of(place.adresse()), postcode, written),
                postcode,
                commune,
                communes.commune(commune).map(Commune::name).orElse(written),
                CleanText.of(place.activitePrincipale(), ACTIVITY),
                CleanText.of(place.trancheEffectifSalarie(), SLICE),
                !CLOSED.equals(place.etatAdministratif()),
                kind(unit.complements()));
    }

    /// The address comes on one line: number, street, postcode, town.
    private static String street(String address, String postcode, String town) {
        String upper = address.toUpperCase(Locale.ROOT);
        int at =
                postcode.isEmpty()
                        ? upper.lastIndexOf(" " + town.toUpperCase(Locale.ROOT))
                        : upper.lastIndexOf(postcode);
        return at < 0 ? address : address.substring(0, at).strip();
    }

    private static Establishment.Kind kind(@Nullable Complements says) {
        if (says == null) {
            return Establishment.Kind.COMPANY;
        }
        if (yes(says.estAdministration()) || yes(says.estServicePublic())) {
            return Establishment.Kind.ADMINISTRATION;
        }
        if (yes(says.estAssociation())) {
            return Establishment.Kind.ASSOCIATION;
        }
        return yes(says.estEntrepreneurIndividuel())
                ? Establishment.Kind.INDIVIDUAL
                : Establishment.Kind.COMPANY;
    }

    private static boolean yes(@Nullable Boolean said) {
        return Boolean.TRUE.equals(said);
    }

    /// A list that may be missing, or hold nothing where something should be.
    private static <T> List<T> some(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
