package fr.gouv.workinfrance.site;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

/// Who is answered what at every address of the service. **A new route is a new line here.**
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
        ADMINISTRATOR
    }

    /// Where the dossier is that the address names.
    enum Stage {
        DRAFT,
        DEPOSITED
    }

    /// A route, the dossier it is tried on, the answer for each role in turn, and the form sent.
    /// `{name=value}` is a variable and what stands for it; `{reference}` is the dossier's. In a
    /// form, `*` is something that never was before.
    ///
    /// Nobody, stranger, employer, worker, holder; caseworker, one of elsewhere, signatory,
    /// administrator.
    ///
    /// `in`: is sent to the sign-in. 404 where one may not even know that something is there.
    private static final String LINES =
            """
            #                                                                            dossier   N   S   E   W   H   C   L   G   A   form

            # everyone
            GET  /                                                                      draft     200 200 200 200 200 200 200 200 200
            GET  /demarches                                                             draft     200 200 200 200 200 200 200 200 200
            GET  /demarches/{id=etudiant-professionnalisation}                          draft     200 200 200 200 200 200 200 200 200
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
            GET  /assets/fonts/{**=NotoSans_400Regular.ttf}                             draft     200 200 200 200 200 200 200 200 200
            GET  /verifier                                                              draft     200 200 200 200 200 200 200 200 200
            GET  /verifier/{code=abcdefghijklmnopqrstuvwxyz}                            draft     200 200 200 200 200 200 200 200 200
            POST /verifier                                                              draft     200 200 200 200 200 200 200 200 200 number=K7QM-3XHD-9RTA&birth=1999
            GET  /actuator/health                                                       draft     200 200 200 200 200 200 200 200 200
            GET  /actuator/health/{**=db}                                               draft     404 404 404 404 404 404 404 404 404

            # coming in and going out
            GET  /connexion                                                             draft     200 200 200 200 200 200 200 200 200
            POST /connexion                                                             draft     200 200 200 200 200 200 200 200 200 email=*@exemple.fr
            POST /connexion/code                                                        draft     422 302 302 302 302 302 302 302 302 code=123456
            GET  /invitation/{token=unknown}                                            draft     404 404 404 404 404 404 404 404 404
            POST /invitation/{token=unknown}                                            draft     in  404 404 404 404 404 404 404 404 code=123456
            POST /deconnexion                                                           draft     302 302 302 302 302 302 302 302 302

            # one's own requests
            GET  /mes-demandes                                                          draft     in  200 200 200 200 200 200 200 200
            POST /mes-demandes/nouvelle                                                 draft     in  303 303 303 303 303 303 303 303 procedure=etudiant-professionnalisation&filer=EMPLOYER

            # a request being filled: for its parties, each in his part
            GET  /dossiers/{reference}                                                  draft     in  404 200 200 200 404 404 404 404
            GET  /dossiers/{reference}/formulaire/{section=contract}                    draft     in  404 200 404 404 404 404 404 404
            GET  /dossiers/{reference}/formulaire/{section=student}                     draft     in  404 404 200 404 404 404 404 404
            POST /dossiers/{reference}/formulaire/{section=contract}                    draft     in  404 303 404 404 404 404 404 404 job_title=*&job_title.revision=1
            POST /dossiers/{reference}/reponses                                         draft     in  404 200 409 409 404 404 404 404 field=job_title&typed=*&revision=1
            GET  /dossiers/{reference}/pieces                                           draft     in  404 200 200 200 404 404 404 404
            POST /dossiers/{reference}/pieces/{piece=contract}<multipart/form-data>     draft     in  404 303 404 404 404 404 404 404
            POST /dossiers/{reference}/pieces/{piece=contract}<application/octet-stream> draft     in  404 200 404 404 404 404 404 404
            POST /dossiers/{reference}/pieces/{piece=contract}/indisponible             draft     in  404 303 409 409 404 404 404 404 reason=*
            POST /dossiers/{reference}/pieces/{piece=contract}/retirer                  draft     in  404 303 409 409 404 404 404 404 document=00000000-0000-0000-0000-000000000000
            GET  /dossiers/{reference}/recapitulatif                                    draft     in  404 200 200 200 404 404 404 404
            POST /dossiers/{reference}/depot                                            draft     in  404 303 409 303 404 404 404 404 statement=true
            POST /dossiers/{reference}/invitations                                      draft     in  404 409 409 409 404 404 404 404 part=WORKER&email=*@exemple.fr
            POST /dossiers/{reference}/attestation                                      draft     in  404 303 303 303 404 404 404 404
            POST /dossiers/{reference}/contestation                                     draft     in  404 409 303 409 404 404 404 404 reason=faux

            # a request that was deposited: nothing of it changes any more
            GET  /dossiers/{reference}                                                  deposited in  404 200 200 200 404 404 404 404
            POST /dossiers/{reference}/formulaire/{section=contract}                    deposited in  404 409 404 404 404 404 404 404 job_title=*&job_title.revision=1
            POST /dossiers/{reference}/reponses                                         deposited in  404 409 409 409 404 404 404 404 field=job_title&typed=*&revision=1
            POST /dossiers/{reference}/depot                                            deposited in  404 303 409 303 404 404 404 404 statement=true
            GET  /dossiers/{reference}/documents/{kind=ACKNOWLEDGMENT}                  deposited in  404 200 200 200 404 404 404 404
            GET  /dossiers/{reference}/documents/{kind=AUTHORIZATION}                   deposited in  404 404 404 404 404 404 404 404
            POST /dossiers/{reference}/retrait                                          deposited in  404 303 409 303 404 404 404 404

            # what Spring and the design system leave behind, and nobody may open
            ANY  /error                                                                 draft     404 404 404 404 404 404 404 404 404
            GET  /actuator                                                              draft     404 404 404 404 404 404 404 404 404
            """;

    static final List<Route> TABLE =
            LINES.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Route::read)
                    .toList();

    /// What is answered before it reaches a page.
    static final Set<String> OF_FILTERS = Set.of("POST /deconnexion");

    static final byte[] IMAGE = image();

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
            int roles = Role.values().length;
            if (words.length < 3 + roles || words.length > 4 + roles) {
                throw new IllegalArgumentException("not a route: " + line);
            }
            String[] address = words[1].split("[<>]");
            return new Route(
                    words[0],
                    address[0],
                    address.length == 1 ? null : MediaType.valueOf(address[1]),
                    Stage.valueOf(words[2].toUpperCase(Locale.ROOT)),
                    List.of(words).subList(3, 3 + roles),
                    words.length == 3 + roles ? Map.of() : pairs(words[3 + roles]));
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
            return !verb.equals("POST");
        }

        /// Whether the page is one of ours, that says itself which methods it takes.
        boolean ours() {
            return !verb.equals("ANY")
                    && !OF_FILTERS.contains(pattern())
                    && !to.startsWith("/actuator");
        }

        String answer(Role role) {
            return answers.get(role.ordinal());
        }

        /// Whether the answer is what was asked for; only that may leave a trace.
        boolean granted(Role role) {
            return answer(role).matches("200|303");
        }

        Map<String, String> form() {
            Map<String, String> sent = new LinkedHashMap<>();
            body.forEach(
                    (name, value) ->
                            sent.put(name, value.replace("*", UUID.randomUUID().toString())));
            return sent;
        }

        private static Map<String, String> pairs(String form) {
            return Arrays.stream(form.split("&"))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
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

    private static byte[] image() {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
