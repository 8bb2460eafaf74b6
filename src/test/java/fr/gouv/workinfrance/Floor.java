package fr.gouv.workinfrance;

import java.util.Arrays;
import java.util.List;

/// The floors of the house, from the street down to the cellar. A call goes down or stays, never
/// up.
enum Floor {
    STREET("what people meet: nobody depends on it", "site", "demo"),
    OFFICES("what is done with a request", "opinion", "examination", "permit", "notification"),
    RECORDS("requests, and what they are made of", "dossier", "procedure", "office", "employer"),
    CELLAR(
            "they know nothing of requests",
            "access",
            "document",
            "deed",
            "mail",
            "reference",
            "calendar",
            "language",
            "journal");

    private final String meaning;
    private final List<String> packages;

    Floor(String meaning, String... packages) {
        this.meaning = meaning;
        this.packages = List.of(packages);
    }

    static Floor of(String name) {
        return Arrays.stream(values())
                .filter(floor -> floor.packages.contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " stands on no floor: see Floor"));
    }

    String meaning() {
        return meaning;
    }

    List<String> packages() {
        return packages;
    }
}
