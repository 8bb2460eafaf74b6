package fr.gouv.workinfrance.deed;

import java.util.List;

/// A part of an official letter, under its heading: paragraphs, then what it states line by line.
public record Passage(String title, List<String> paragraphs, List<Fact> facts) {

    public Passage {
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
    }

    public static Passage of(String title, String... paragraphs) {
        return new Passage(title, List.of(paragraphs), List.of());
    }

    public static Passage stating(String title, List<Fact> facts) {
        return new Passage(title, List.of(), facts);
    }
}
