package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.reference.Communes;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Where something is, in France.
public sealed interface Place extends FieldType {
    /// A commune, kept as its INSEE code; typed "Saint-Denis (93)", "93200 Saint-Denis", or as a
    /// postcode or an INSEE code that only one commune bears. Conditions read that code under the
    /// name of the field, and its département under `<name>_department`.
    record Town(Communes communes) implements Place {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedPlace.commune(typed, communes);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return TypedPlace.displayCommune(canonical.toString(), communes);
        }

        @Override
        public Map<String, Variable> variables(String id) {
            return Map.of(id, Variable.TEXT, id + "_department", Variable.TEXT);
        }

        @Override
        public Map<String, Object> bind(String id, Object canonical) {
            return TypedPlace.bindCommune(id, canonical.toString(), communes);
        }
    }

    /// A postal address, kept as `{street, postcode, city}`; typed in three fields, or in one: "3
    /// allée des Tilleuls, 93200 Saint-Denis". Conditions read it whole, as one text, under the
    /// name of the field, and its postcode under `<name>_postcode`.
    record Address() implements Place {
        /// One text of what was typed in three fields, which [#parse] and [#parts] read.
        public static String typed(String street, String postcode, String city) {
            return TypedPlace.typedAddress(street, postcode, city);
        }

        /// Street, postcode and city of what was typed, right or not; what cannot be told from the
        /// rest is in the street.
        public static List<String> parts(String typed) {
            return TypedPlace.parts(typed);
        }

        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedPlace.address(typed);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return TypedPlace.displayAddress(canonical);
        }

        @Override
        public Map<String, Variable> variables(String id) {
            return Map.of(id, Variable.TEXT, id + "_postcode", Variable.TEXT);
        }

        @Override
        public Map<String, Object> bind(String id, Object canonical) {
            return TypedPlace.bindAddress(id, canonical);
        }
    }
}
