package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.reference.Nomenclature;

import java.util.Locale;

/// An answer that stands on a list the State publishes; kept as its code, typed as its code or as
/// its words. The lists exist in French alone, and are shown so in both languages.
public sealed interface Coded extends FieldType {
    /// The list.
    Nomenclature list();

    @Override
    default String display(Object canonical, Locale locale) {
        return list().shown(canonical.toString());
    }

    /// An occupation, by ROME code: `M1855`.
    record Occupation(Nomenclature list) implements Coded {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedCode.parse(typed, list, Parsed.Wrong.of("occupation"));
        }
    }

    /// The activity of a company, by NAF code: `56.10C`.
    record Activity(Nomenclature list) implements Coded {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedCode.parse(typed, list, Parsed.Wrong.of("activity"));
        }
    }

    /// A collective agreement, by IDCC, four digits: `0016`.
    record Agreement(Nomenclature list) implements Coded {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedCode.parse(typed, list, Parsed.Wrong.of("agreement"));
        }
    }
}
