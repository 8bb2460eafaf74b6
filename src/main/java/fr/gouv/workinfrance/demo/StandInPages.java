package fr.gouv.workinfrance.demo;

import fr.gouv.workinfrance.reference.BareText;
import fr.gouv.workinfrance.reference.Commune;
import fr.gouv.workinfrance.reference.Communes;
import fr.gouv.workinfrance.reference.Siret;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yaml.snakeyaml.Yaml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Stands in, in the demonstration, for the State's register and for its base of addresses: the
/// fictitious companies and their addresses, under the names that the true services use. Nothing of
/// what is typed in a demonstration leaves it.
@Controller
@Profile("demo")
class StandInPages {

    private static final String CLOSED = "08812345000012";

    private final List<Company> companies;

    /// A fictitious establishment.
    private record Company(
            String siret,
            String name,
            String street,
            String postcode,
            String city,
            Optional<Commune> commune) {

        boolean named(String q) {
            String all = BareText.of(String.join(" ", siret, name, street, postcode, city));
            return Arrays.stream(BareText.of(q).split(" ")).allMatch(all::contains);
        }

        String insee() {
            return commune.map(Commune::code).orElse("");
        }
    }

    StandInPages() throws IOException {
        try (InputStream file = new ClassPathResource("demo/companies.yaml").getInputStream()) {
            Map<String, Map<String, ?>> all = new Yaml().load(file);
            companies =
                    Stream.<Map<String, ?>>concat(
                                    all.values().stream(),
                                    Stream.of(
                                            Map.of(
                                                    "employer_siret", CLOSED,
                                                    "employer_name", "Fournil du Marché",
                                                    "establishment_address", "3 place du Marché",
                                                    "establishment_postcode", "35000",
                                                    "establishment_city", "Rennes")))
                            .map(StandInPages::company)
                            .toList();
        }
    }

    private static Company company(Map<String, ?> says) {
        String postcode = text(says, "establishment_postcode");
        String city = text(says, "establishment_city");
        return new Company(
                Siret.parse(text(says, "employer_siret")).map(Siret::value).orElse(""),
                text(says, "employer_name"),
                text(says, "establishment_address"),
                postcode,
                city,
                new Communes()
                        .meant(city).stream()
                                .filter(one -> one.postcodes().contains(postcode))
                                .findFirst());
    }

    private static String text(Map<String, ?> says, String key) {
        return Objects.toString(says.get(key), "");
    }

    @GetMapping("/demo/registre/search")
    ResponseEntity<Map<String, Object>> search(
            @RequestParam String q,
            @RequestParam(name = "code_postal", defaultValue = "") String postcodes) {
        List<Map<String, Object>> found =
                companies.stream()
                        .filter(one -> one.named(q))
                        .filter(one -> postcodes.isEmpty() || postcodes.contains(one.postcode()))
                        .map(StandInPages::unit)
                        .toList();
        return ResponseEntity.ok(
                Map.of("results", found, "total_results", found.size(), "page", 1));
    }

    private static Map<String, Object> unit(Company one) {
        return Map.of(
                "siren", one.siret().substring(0, 9),
                "nom_complet", one.name(),
                "nom_raison_sociale", one.name(),
                "complements", Map.of("est_association", false),
                "matching_etablissements",
                        List.of(
                                Map.of(
                                        "siret",
                                        one.siret(),
                                        "adresse",
                                        one.street() + " " + one.postcode() + " " + one.city(),
                                        "code_postal",
                                        one.postcode(),
                                        "commune",
                                        one.insee(),
                                        "libelle_commune",
                                        one.city(),
                                        "activite_principale",
                                        one.name().contains("oulanger") ? "10.71C" : "",
                                        "tranche_effectif_salarie",
                                        "12",
                                        "etat_administratif",
                                        one.siret().equals(CLOSED) ? "F" : "A",
                                        "statut_diffusion_etablissement",
                                        "O")));
    }

    @GetMapping("/demo/adresses/search")
    ResponseEntity<Map<String, Object>> addresses(@RequestParam String q) {
        return ResponseEntity.ok(
                Map.of(
                        "type",
                        "FeatureCollection",
                        "features",
                        companies.stream()
                                .filter(one -> one.named(q))
                                .limit(8)
                                .map(one -> Map.of("type", "Feature", "properties", place(one)))
                                .toList()));
    }

    private static Map<String, String> place(Company one) {
        return Map.of(
                "label", one.street() + " " + one.postcode() + " " + one.city(),
                "name", one.street(),
                "postcode", one.postcode(),
                "citycode", one.insee(),
                "city", one.city(),
                "type", "housenumber");
    }
}
