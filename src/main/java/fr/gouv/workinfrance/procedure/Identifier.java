package fr.gouv.workinfrance.procedure;

import java.util.Locale;
import java.util.Map;

/// A number that an administration gave: to a company, to a person, to a document. One type for
/// each kind of document, for they are written in different ways; a form that asks which document
/// one has shows the field of that kind.
public sealed interface Identifier extends FieldType {
    @Override
    default String display(Object canonical, Locale locale) {
        return canonical.toString();
    }

    /// The number of a company, its check digit verified.
    record SirenNumber() implements Identifier {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedNumber.siren(typed);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return TypedNumber.displaySiren(canonical.toString());
        }
    }

    /// The number of a foreigner in the file of the préfectures (AGDREF): ten digits, nine on some
    /// documents. Kept as it stands on the document; conditions know it with its ten digits.
    record ForeignerNumber() implements Identifier {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedNumber.foreigner(typed);
        }

        @Override
        public Map<String, Object> bind(String id, Object canonical) {
            return Map.of(id, TypedNumber.tenDigits(canonical.toString()));
        }
    }

    /// The number of a passport of any country. ICAO 9303 gives it nine letters and digits at most;
    /// a longer one is understood, and advice belongs to a rule.
    record PassportNumber() implements Identifier {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedNumber.passport(typed);
        }
    }

    /// The number of a visa.
    record VisaNumber() implements Identifier {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedNumber.visa(typed);
        }
    }
}
