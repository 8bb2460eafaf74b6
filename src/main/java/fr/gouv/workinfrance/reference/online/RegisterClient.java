package fr.gouv.workinfrance.reference.online;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

import java.util.List;

/// *Recherche d'entreprises* (DINUM), open to all: seven calls a second. What it answers is read
/// under its own names; anything may be missing.
interface RegisterClient {

    /// What is asked for besides the identity of a company.
    String PARTS = "siege,complements,matching_etablissements";

    @GetExchange("/search?minimal=true&include=" + PARTS + "&per_page=20")
    Page search(
            @RequestParam String q,
            @RequestParam(name = "code_postal", required = false) List<String> postcodes);

    record Page(@Nullable List<Unit> results) {}

    record Unit(
            @Nullable String nomComplet,
            @Nullable String nomRaisonSociale,
            @Nullable Place siege,
            @Nullable Complements complements,
            @Nullable List<Place> matchingEtablissements) {}

    record Complements(
            @Nullable Boolean estAssociation,
            @Nullable Boolean estAdministration,
            @Nullable Boolean estServicePublic,
            @Nullable Boolean estEntrepreneurIndividuel) {}

    record Place(
            @Nullable String siret,
            @Nullable String adresse,
            @Nullable String codePostal,
            @Nullable String commune,
            @Nullable String libelleCommune,
            @Nullable String activitePrincipale,
            @Nullable String trancheEffectifSalarie,
            @Nullable String etatAdministratif,
            @Nullable String statutDiffusionEtablissement,
            @Nullable List<String> listeEnseignes) {}
}
