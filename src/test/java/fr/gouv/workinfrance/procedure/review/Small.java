package fr.gouv.workinfrance.procedure.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.Corpus;
import fr.gouv.workinfrance.procedure.Gazetteer;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.file.CorpusReader;
import fr.gouv.workinfrance.procedure.file.CorpusReader.Outcome;
import fr.gouv.workinfrance.reference.Countries;
import fr.gouv.workinfrance.reference.Territories;

import java.util.Map;

/// A small procedure of one version, to be changed word by word.
public final class Small {
    private static final Gazetteer GAZETTEER = Gazetteer.of(new Territories(), new Countries());

    private static final String TEXTS =
            """
            sources:
              L1:
                text: {fr: "code, version de 2024", en: "code, version of 2024"}
                url: https://example.org/
                read on: 2026-03-31
              L2:
                text: {fr: un code, en: a code}
                url: https://example.org/
                read on: 2026-11-23
                read again by: 2026-12-31
                in force until: 2027-01-31
            """;

    private static final String FILE =
            """
            id: small
            name: {fr: Petite, en: Small}
            purpose: {fr: Pour essayer, en: To try}
            not encoded:
              - {aspect: FORM, from: 2020-01-01, until: 2023-12-31, reason: {fr: avant, en: before}}
            versions:
              - number: "1"
                applies:
                  form: {from: 2024-01-01}
                  clock: {from: 2020-01-01}
                  criteria: {from: 2022-01-01}
                opened by: {fr: ouvre, en: opens, law: L1 (A)}
                worker: {fr: Salariée, en: Employee}
                filers:
                  - {part: EMPLOYER, mandate: no, fr: lui, en: he, law: L1 (A)}
                  - {part: WORKER, mandate: yes, fr: elle, en: she, law: L1 (B)}
                sections:
                  - id: mandate
                    part: WORKER
                    title: {fr: Mandat, en: Mandate}
                    visible when: filer == 'WORKER'
                    fields:
                      - id: signed
                        type: date
                        label: {fr: Signé le, en: Signed on}
                        required: yes
                        example: 01/09/2027
                  - id: contract
                    part: EMPLOYER
                    title: {fr: Contrat, en: Contract}
                    fields:
                      - id: kind
                        type: choice
                        label: {fr: Type, en: Kind}
                        options:
                          fixed: {fr: CDD, en: Fixed}
                          open: {fr: CDI, en: Open}
                        required: yes
                      - id: start
                        type: date
                        label: {fr: Début, en: Start}
                        required: yes
                        example: 01/09/2027
                      - id: end
                        type: date
                        label: {fr: Fin, en: End}
                        required when: kind == 'fixed'
                        visible when: kind == 'fixed'
                      - id: job
                        type: text
                        max: 80
                        label: {fr: Emploi, en: Job}
                        hint: {fr: En clair, en: In plain words}
                        required: no
                      - id: place
                        type: department
                        label: {fr: Département, en: Department}
                        required: yes
                rules:
                  - id: order
                    field: end
                    must: start <= end
                    blocks: yes
                    words: {fr: La fin vient avant le début., en: The end comes before the start.}
                    passes: [{start: 01/09/2027, end: 01/09/2028}]
                    fails: [{start: 01/09/2028, end: 01/09/2027}]
                pieces:
                  - id: paper
                    part: EMPLOYER
                    name: {fr: Contrat signé, en: Signed contract}
                    required: yes
                    blocks: no
                    provisional: yes
                    basis: {fr: base, en: basis, law: "L1 (?)"}
                  - id: card
                    part: WORKER
                    name: {fr: Carte, en: Card}
                    required when: kind == 'fixed'
                    blocks: no
                    basis: {fr: base, en: basis, law: L2 (C), note: {fr: à relire, en: to read again}}
                competence: {office: PREFECTURE, department: place, fr: là, en: there, law: L1 (A)}
                time limit:
                  period: 2 months
                  silence: REFUSAL
                  limit: {fr: deux mois, en: two months, law: L1 (A)}
                  meaning: {fr: refus, en: refusal, law: L1 (A)}
                criteria: [{id: c, fr: il faut, en: must, law: L1 (A)}]
                reasons:
                  - {id: r, title: {fr: non, en: no}, wording: {fr: parce que, en: because}, law: L1 (A)}
                limits:
                  - id: within
                    must: granted_end <= end
                    words: {fr: trop, en: too far}
                    told: {fr: jusque-là, en: until then, law: L1 (A)}
                    passes: [{granted_end: 01/09/2027, end: 01/09/2027}]
                    fails: [{granted_end: 02/09/2027, end: 01/09/2027}]
                  - id: territory
                    words: {fr: ailleurs, en: elsewhere}
                    told: {fr: ici, en: here, law: L1 (A)}
                meanwhile: [{id: m, fr: attendre, en: wait, law: L1 (A)}]
                afterwards: [{id: a, fr: ensuite, en: then, law: L1 (A)}]
                appeals:
                  - id: court
                    name: {fr: Recours, en: Appeal}
                    before: {fr: le juge, en: the court}
                    within: 2 months
                    how: {fr: "sous 2 mois", en: "within 2 months", law: L1 (A)}
                tax: [{id: t, fr: rien, en: nothing, law: L1 (A)}]
            """;

    private Small() {}

    public static Version version() {
        return read(Map.of()).procedures().getFirst().versions().getFirst();
    }

    /// With these words in the place of those.
    public static Version with(String from, String to) {
        return with(Map.of(from, to));
    }

    public static Version with(Map<String, String> changes) {
        return read(changes).procedures().getFirst().versions().getFirst();
    }

    public static Corpus read(Map<String, String> changes) {
        Map<String, String> files =
                Map.of(
                        "catalogue/sources.yaml", changed(TEXTS, changes),
                        "procedures/small.yaml", changed(FILE, changes));
        for (String from : changes.keySet()) {
            assertThat(TEXTS + FILE).contains(from);
        }
        return switch (CorpusReader.read(files, GAZETTEER)) {
            case Outcome.Read(Corpus corpus, _) -> corpus;
            case Outcome.Mistaken(var mistakes) -> throw new AssertionError(mistakes.toString());
        };
    }

    private static String changed(String yaml, Map<String, String> changes) {
        String changed = yaml;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            changed = changed.replace(change.getKey(), change.getValue());
        }
        return changed;
    }
}
