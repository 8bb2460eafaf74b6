package fr.gouv.workinfrance.reference.online;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

import java.util.List;

/// The geocoding of the Géoplateforme (IGN), open to all: fifty calls a second. It answers GeoJSON;
/// anything may be missing.
interface AddressClient {

    @GetExchange("/search?index=address&autocomplete=1&limit=8")
    Found search(@RequestParam String q, @RequestParam(required = false) List<String> postcode);

    record Found(@Nullable List<Feature> features) {}

    record Feature(@Nullable Properties properties) {}

    record Properties(
            @Nullable String label,
            @Nullable String name,
            @Nullable String postcode,
            @Nullable String citycode,
            @Nullable String city) {}
}
