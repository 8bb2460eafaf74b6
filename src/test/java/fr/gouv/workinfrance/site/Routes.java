package fr.gouv.workinfrance.site;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who is answered what at every address of the service. **A new route is a new line here**, or in
/// [OfficeRoutes] when it is for the administration, [ConsulteeRoutes] for those that it consults.
final class Routes {

    /// Everyone who may come by, in the order of the columns. The parties and the administration
    /// are those of the dossier that the address names.
    enum Role {
        NOBODY,
        /// Signed in, and nothing to the dossier.
        STRANGER,
        EMPLOYER,
        WORKER,
        /// Holds a mandate.
        HOLDER,
        /// Of the office that handles the dossier.
        CASEWORKER,
        /// A caseworker of another office.
        ELSEWHERE,
        SIGNATORY,
        ADMINISTRATOR,
        /// Of the counter of an office, and who entered nothing of the dossier.
        COUNTER,
        /// Of the head of an office.
        HEAD,
        /// Of a service that is consulted.
        MEMBER
    }

    /// Where the dossier is that the address names.
    enum Stage {
        DRAFT,
        DEPOSITED,
        COMPLETE,
        EXAMINED,
        /// Awaiting its signature.
        PREPARED,
        DECIDED
    }

    /// A route, the dossier it is tried on, the answer for each role in turn, and the form sent.
    /// `{name=value}` is a variable and what stands for it; `{reference}` is the dossier's. In a
    /// form, `*` is something that never was before, and `<version>` what the page would give.
    ///
    /// Nobody, stranger, employer, worker, holder; caseworker, one of elsewhere, signatory,
    /// administrator; then the counter, the head and a member of a service that is consulted,
    /// strangers wherever nothing is said of them.
    ///
    /// `in`: is sent to the sign-in. 404 where one may not even know that something is there.
    private static final String LINES =
            """
            #                                                                            dossier   N   S   E   W   H   C   L   G   A   form
            # everyone
            GET  /                                                                      draft     200 200 200 200 200 200 200 200 200
            GET  /demarches                                                             draft     200 200 200 200 200 200 200 200 200
            GET  /demarches/{id=etudiant-professionnalisation}                          draft     200 200 200 200 200 200 200 200 200
            GET  /demarches/{id=etudiant-professionnalisation}/a-preparer               draft     200 200 200 200 200 200 200 200 200
            GET  /demarches/verifier-mon-besoin                                         draft     200 200 200 200 200 200 200 200 200
            GET  /aide                                                                  draft     200 200 200 200 200 200 200 200 200
            GET  /contact                                                               draft     200 200 200 200 200 200 200 200 200
            GET  /accessibilite                                                         draft     200 200 200 200 200 200 200 200 200
            GET  /mentions-legales                                                      draft     200 200 200 200 200 200 200 200 200
            GET  /donnees-personnelles                                                  draft     200 200 200 200 200 200 200 200 200
            GET  /conditions-d-utilisation                                              draft     200 200 200 200 200 200 200 200 200
            GET  /plan-du-site                                                          draft     200 200 200 200 200 200 200 200 200
            GET  /etat-du-service                                                       draft     200 200 200 200 200 200 200 200 200
            GET  /.well-known/security.txt                                              draft     200 200 200 200 200 200 200 200 200
            GET  /robots.txt                                                            draft     200 200 200 200 200 200 200 200 200
            GET  /assets/{**=wif.css}                                                   draft     200 200 200 200 200 200 200 200 200
            GET  /verifier                                                              draft     200 200 200 200 200 200 200 200 200
            GET  /verifier/{code=abcdefghijklmnopqrstuvwxyz}                            draft     200 200 200 200 200 200 200 200 200
            POST /verifier                                                              draft     200 200 200 200 200 200 200 200 200 number=K7QM-3XHD-9RTA&birth=1999
            GET  /actuator/health                                                       draft     200 200 200 200 200 200 200 200 200
            GET  /actuator/health/{**=db}                                               draft     404 404 404 404 404 404 404 404 404
            # coming in and going out
            GET  /connexion                                                             draft     200 200 200 200 200 200 200 200 200
            POST /connexion                                                             draft     200 200 200 200 200 200 200 200 200 email=*@exemple.fr
            POST /connexion/code                                                        draft     422 302 302 302 302 302 302 302 302 code=123456
            GET  /connexion/secours                                                     draft     200 200 200 200 200 200 200 200 200
            POST /connexion/secours                                                     draft     200 200 200 200 200 200 200 200 200 former=*@exemple.fr&rescue=ABCD-2345&email=*@exemple.fr
            POST /connexion/secours/code                                                draft     422 422 422 422 422 422 422 422 422 change=00000000-0000-0000-0000-000000000000&code=123456
            GET  /connexion/refus/{token=unknown}                                       draft     404 404 404 404 404 404 404 404 404
            POST /connexion/refus/{token=unknown}                                       draft     404 404 404 404 404 404 404 404 404
            GET  /invitation/{token=unknown}                                            draft     404 404 404 404 404 404 404 404 404
            POST /invitation/{token=unknown}                                            draft     in  404 404 404 404 404 404 404 404 code=123456
            POST /deconnexion                                                           draft     302 302 302 302 302 302 302 302 302
            # one's own account
            GET  /mon-compte                                                            draft     in  200 200 200 200 200 200 200 200
            POST /mon-compte/identite                                                   draft     in  303 303 303 303 303 303 303 303 givenName=Camille&surname=Martin&language=fr
            POST /mon-compte/messages                                                   draft     in  303 303 303 303 303 303 303 303 telling=DAILY
            POST /mon-compte/adresse                                                    draft     in  200 200 200 200 200 200 200 200 email=*@exemple.fr
            POST /mon-compte/adresse/code                                               draft     in  422 422 422 422 422 422 422 422 change=00000000-0000-0000-0000-000000000000&code=123456
            POST /mon-compte/secours                                                    draft     in  200 200 200 200 200 200 200 200
            # one's own requests
            GET  /reference/adresses                                                    draft     in  200 200 200 200 200 200 200 200
            GET  /reference/communes                                                    draft     in  200 200 200 200 200 200 200 200
            GET  /reference/{list=metiers}                                              draft     in  200 200 200 200 200 200 200 200
            GET  /mes-demandes                                                          draft     in  200 200 200 200 200 200 200 200
            POST /mes-demandes/nouvelle                                                 draft     in  303 303 303 303 303 303 303 303 procedure=etudiant-professionnalisation&filer=EMPLOYER
            # a request being filled: for its parties, each in his part
            GET  /dossiers/{reference}                                                  draft     in  404 200 200 200 404 404 404 404
            GET  /dossiers/{reference}/formulaire/{section=contract}                    draft     in  404 200 404 404 404 404 404 404
            GET  /dossiers/{reference}/formulaire/{section=student}                     draft     in  404 404 200 404 404 404 404 404
            POST /dossiers/{reference}/formulaire/{section=contract}                    draft     in  404 303 404 404 404 404 404 404 job_title=*&job_title.revision=1
            POST /dossiers/{reference}/reponses                                         draft     in  404 200 409 409 404 404 404 404 field=job_title&typed=*&revision=1
            GET  /dossiers/{reference}/registre/{field=employer_siret}                  draft     in  404 200 404 404 404 404 404 404
            POST /dossiers/{reference}/registre/{field=employer_siret}                  draft     in  404 303 404 404 404 404 404 404 siret=73282932000074
            POST /dossiers/{reference}/registre/{field=employer_siret}/fiche            draft     in  404 200 404 404 404 404 404 404
            GET  /dossiers/{reference}/pieces                                           draft     in  404 200 200 200 404 404 404 404
            POST /dossiers/{reference}/pieces/{piece=contract}<multipart/form-data>     draft     in  404 303 404 404 404 404 404 404
            POST /dossiers/{reference}/pieces/{piece=contract}/envois                   draft     in  404 412 404 404 404 404 404 404
            GET  /dossiers/{reference}/pieces/{piece=contract}/envois/{upload=00000000-0000-0000-0000-000000000000} draft     in  404 404 404 404 404 404 404 404
            PATCH /dossiers/{reference}/pieces/{piece=contract}/envois/{upload=00000000-0000-0000-0000-000000000000}<application/offset+octet-stream> draft     in  404 404 404 404 404 404 404 404
            POST /dossiers/{reference}/pieces/{piece=contract}/envois/{upload=00000000-0000-0000-0000-000000000000}/abandon draft     in  404 404 404 404 404 404 404 404
            POST /dossiers/{reference}/pieces/{piece=contract}/deja-donnee              draft     in  404 409 409 409 404 404 404 404 document=00000000-0000-0000-0000-000000000000
            POST /dossiers/{reference}/pieces/{piece=contract}/indisponible             draft     in  404 303 409 409 404 404 404 404 reason=*
            POST /dossiers/{reference}/pieces/{piece=contract}/retirer                  draft     in  404 303 409 409 404 404 404 404 document=00000000-0000-0000-0000-000000000000
            GET  /dossiers/{reference}/pieces/{piece=contract}/reunir                   draft     in  404 404 404 404 404 404 404 404
            POST /dossiers/{reference}/pieces/{piece=contract}/reunir                   draft     in  404 404 404 404 404 404 404 404 ordre=x
            GET  /dossiers/{reference}/recapitulatif                                    draft     in  404 200 200 200 404 404 404 404
            POST /dossiers/{reference}/depot                                            draft     in  404 303 409 303 404 404 404 404 statement=true
            GET  /dossiers/{reference}/invitations                                      draft     in  404 404 404 404 404 404 404 404
            GET  /dossiers/{reference}/contestation                                     draft     in  404 404 200 404 404 404 404 404
            POST /dossiers/{reference}/invitations                                      draft     in  404 409 409 409 404 404 404 404 part=WORKER&email=*@exemple.fr
            GET  /dossiers/{reference}/suppression                                      draft     in  404 200 404 404 404 404 404 404
            POST /dossiers/{reference}/suppression                                      draft     in  404 303 409 409 404 404 404 404
            POST /dossiers/{reference}/suppression                                      deposited in  404 409 409 409 404 404 404 404
            GET  /dossiers/{reference}/reprise                                          draft     in  404 200 404 200 404 404 404 404
            POST /dossiers/{reference}/reprise                                          draft     in  404 303 404 303 404 404 404 404
            GET  /dossiers/{reference}/reprise                                          deposited in  404 200 404 200 404 404 404 404
            GET  /dossiers/{reference}/transmission                                     draft     in  404 200 404 404 404 404 404 404
            POST /dossiers/{reference}/transmission                                     draft     in  404 200 409 409 404 404 404 404 email=*@exemple.fr
            POST /dossiers/{reference}/attestation                                      draft     in  404 303 303 303 404 404 404 404
            POST /dossiers/{reference}/contestation                                     draft     in  404 409 303 409 404 404 404 404 reason=faux&sections=contract
            POST /dossiers/{reference}/contestation/retrait                             draft     in  404 409 409 409 404 404 404 404
            POST /dossiers/{reference}/invitations/{invitation=00000000-0000-0000-0000-000000000000}/renvoi draft in 404 404 404 404 404 404 404 404
            POST /dossiers/{reference}/invitations/{invitation=00000000-0000-0000-0000-000000000000}/annulation draft in 404 409 409 409 404 404 404 404
            GET  /dossiers/{reference}/depart                                           draft     in  404 404 200 200 404 404 404 404
            POST /dossiers/{reference}/depart                                           draft     in  404 409 303 303 404 404 404 404
            GET  /dossiers/{reference}/parties/{part=WORKER}/remplacement               draft     in  404 200 404 200 404 404 404 404
            POST /dossiers/{reference}/parties/{part=WORKER}/remplacement               draft     in  404 303 409 303 404 404 404 404

            # mandates, given and held: for the two of each
            GET  /mandats                                                               draft     in  200 200 200 200 200 200 200 200
            GET  /mandats/nouveau                                                       draft     in  200 200 200 200 200 200 200 200
            POST /mandats/nouveau                                                       draft     in  422 422 422 422 422 422 422 422 dossier=
            GET  /mandats/{id=00000000-0000-0000-0000-000000000000}                draft     in  404 404 404 404 404 404 404 404
            POST /mandats/{id=00000000-0000-0000-0000-000000000000}/invitation     draft     in  404 404 404 404 404 404 404 404 email=*@exemple.fr
            POST /mandats/{id=00000000-0000-0000-0000-000000000000}/acceptation    draft     in  404 404 404 404 404 404 404 404 person=*&capacity=*
            POST /mandats/{id=00000000-0000-0000-0000-000000000000}/refus          draft     in  404 404 404 404 404 404 404 404
            GET  /mandats/{id=00000000-0000-0000-0000-000000000000}/fin            draft     in  404 404 404 404 404 404 404 404
            POST /mandats/{id=00000000-0000-0000-0000-000000000000}/fin            draft     in  404 404 404 404 404 404 404 404
            GET  /mandats/{id=00000000-0000-0000-0000-000000000000}/document       draft     in  404 404 404 404 404 404 404 404
            POST /mandats/{id=00000000-0000-0000-0000-000000000000}/document<multipart/form-data> draft     in  404 404 404 404 404 404 404 404
            POST /dossiers/{reference}/sans-mandataire                                  draft     in  404 303 409 409 404 404 404 404

            # a request that was deposited: what its parties mend stands beside it until they send it
            GET  /dossiers/{reference}                                                  deposited in  404 200 200 200 404 404 404 404
            POST /dossiers/{reference}/formulaire/{section=contract}                    deposited in  404 303 404 404 404 404 404 404 job_title=*&job_title.revision=1
            POST /dossiers/{reference}/reponses                                         deposited in  404 200 409 409 404 404 404 404 field=job_title&typed=*&revision=1
            POST /dossiers/{reference}/depot                                            deposited in  404 303 409 303 404 404 404 404 statement=true
            GET  /dossiers/{reference}/documents/{kind=ACKNOWLEDGMENT}                  deposited in  404 200 200 200 404 404 404 404
            GET  /dossiers/{reference}/documents/{name=ACKNOWLEDGMENT}/lecture          deposited in  404 200 200 200 404 404 404 404
            GET  /dossiers/{reference}/documents/{name=ACKNOWLEDGMENT}/{page=1}         deposited in  404 200 200 200 404 404 404 404
            GET  /dossiers/{reference}/documents/{kind=AUTHORIZATION}                   deposited in  404 404 404 404 404 404 404 404
            GET  /dossiers/{reference}/retrait                                          deposited in  404 200 404 200 404 404 404 404
            GET  /dossiers/{reference}/acces                                            deposited in  404 200 200 200 404 404 404 404
            GET  /dossiers/{reference}/recours                                          deposited in  404 404 404 404 404 404 404 404
            POST /dossiers/{reference}/recours                                          deposited in  404 404 404 404 404 404 404 404 voie=gracieux&words=*
            GET  /dossiers/{reference}/messages                                         draft     in  404 404 404 404 404 404 404 404
            GET  /dossiers/{reference}/messages                                         deposited in  404 200 200 200 404 404 404 404
            POST /dossiers/{reference}/messages                                         deposited in  404 303 303 303 404 404 404 404 words=*
            POST /dossiers/{reference}/messages                                         deposited in  404 422 422 422 404 404 404 404
            GET  /dossiers/{reference}/corrections                                      deposited in  404 200 200 200 404 404 404 404
            POST /dossiers/{reference}/corrections                                      deposited in  404 422 422 422 404 404 404 404
            POST /dossiers/{reference}/corrections/explication                          deposited in  404 409 409 409 404 404 404 404 subject=FIELD.job_title&words=*
            GET  /dossiers/{reference}/corrections/abandon                              deposited in  404 200 200 200 404 404 404 404
            POST /dossiers/{reference}/corrections/abandon                              deposited in  404 303 303 303 404 404 404 404
            GET  /dossiers/{reference}/actes/{id=00000000-0000-0000-0000-000000000000} decided in  404 404 404 404 404 404 404 404
            GET  /dossiers/{reference}/actes/{id=00000000-0000-0000-0000-000000000000}/documents/{paper=ACT} decided in  404 404 404 404 404 404 404 404
            POST /dossiers/{reference}/actes/{id=00000000-0000-0000-0000-000000000000}/observations decided in  404 404 404 404 404 404 404 404
            POST /dossiers/{reference}/retrait                                          deposited in  404 303 409 303 404 404 404 404

            # what Spring and the design system leave behind, and nobody may open
            ANY  /error                                                                 draft     404 404 404 404 404 404 404 404 404
            GET  /actuator                                                              draft     404 404 404 404 404 404 404 404 404
            """;

    static final List<Route> TABLE =
            Stream.of(LINES, CompanyRoutes.LINES, OfficeRoutes.LINES, ConsulteeRoutes.LINES)
                    .flatMap(String::lines)
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Route::read)
                    .toList();

    /// What is answered before it reaches a page.
    static final Set<String> OF_FILTERS = Set.of("POST /deconnexion");

    private Routes() {}

    /// @param to the path, with its variables and what stands for them
    record Route(
            String verb,
            String to,
            @Nullable MediaType type,
            Stage stage,
            List<String> answers,
            Map<String, String> body) {

        static Route read(String line) {
            String[] words = line.strip().split(" +");
            int end = 3;
            while (end < words.length && words[end].matches("in|\\d{3}")) {
                end++;
            }
            if (end < 3 + Role.COUNTER.ordinal()
                    || end > 3 + Role.values().length
                    || words.length > end + 1) {
                throw new IllegalArgumentException("not a route: " + line);
            }
            String[] address = words[1].split("[<>]");
            return new Route(
                    words[0],
                    address[0],
                    address.length == 1 ? null : MediaType.valueOf(address[1]),
                    Stage.valueOf(words[2].toUpperCase(Locale.ROOT)),
                    List.of(words).subList(3, end),
                    words.length == end ? Map.of() : pairs(words[end]));
        }

        /// As Spring knows it.
        String pattern() {
            String bare = to.replaceAll("\\{\\*\\*=[^}]*}", "**").replaceAll("=[^}]*}", "}");
            return verb + " " + bare + (type == null ? "" : " " + type);
        }

        String path(String reference) {
            return to.replace("{reference}", reference).replaceAll("\\{[^=}]*=([^}]*)}", "$1");
        }

        HttpMethod method() {
            return page() ? HttpMethod.GET : HttpMethod.valueOf(verb);
        }

        boolean page() {
            return !Set.of("POST", "PATCH").contains(verb);
        }

        /// Whether the page is one of ours, that says itself which methods it takes.
        boolean ours() {
            return !verb.equals("ANY")
                    && !OF_FILTERS.contains(pattern())
                    && !to.startsWith("/actuator");
        }

        String answer(Role role) {
            return answers.get(
                    role.ordinal() < answers.size() ? role.ordinal() : Role.STRANGER.ordinal());
        }

        /// Whether the answer is what was asked for; only that may leave a trace.
        boolean granted(Role role) {
            return answer(role).matches("200|303");
        }

        /// Somebody whom the doors of the house let come to the page, whatever it then says.
        Role firstLetIn() {
            return Arrays.stream(Role.values())
                    .filter(role -> !answer(role).matches("in|403"))
                    .findFirst()
                    .orElseThrow();
        }

        boolean names(String known) {
            return body.containsValue("<" + known + ">");
        }

        /// @param known what stands for `<…>`
        Map<String, String> form(Map<String, String> known) {
            Map<String, String> sent = new LinkedHashMap<>();
            body.forEach(
                    (name, value) -> {
                        String bare = value.replaceAll("^<(.*)>$", "$1");
                        sent.put(
                                name,
                                value.startsWith("<")
                                        ? known.getOrDefault(bare, bare)
                                        : value.replace("*", UUID.randomUUID().toString()));
                    });
            return sent;
        }

        private static Map<String, String> pairs(String form) {
            return Arrays.stream(form.split("&"))
                    .map(pair -> pair.split("=", 2))
                    .collect(
                            Collectors.toMap(
                                    pair -> pair[0],
                                    pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        }

        @Override
        public String toString() {
            return pattern() + " (" + stage + ")";
        }
    }

    /// A mapping of Spring, as the table writes it.
    static List<String> patterns(
            Set<RequestMethod> methods, Set<String> paths, Set<MediaType> types) {
        List<String> verbs =
                methods.isEmpty() ? List.of("ANY") : methods.stream().map(Enum::name).toList();
        List<String> suffixes =
                types.isEmpty() ? List.of("") : types.stream().map(type -> " " + type).toList();
        List<String> all = new ArrayList<>();
        for (String verb : verbs) {
            for (String path : paths) {
                suffixes.forEach(suffix -> all.add(verb + " " + path + suffix));
            }
        }
        return all;
    }
}
