package fr.gouv.workinfrance.notification;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.examination.appeal.Recourse.Answer;
import fr.gouv.workinfrance.mail.Enclosure;
import fr.gouv.workinfrance.notification.Notice.Kind;
import fr.gouv.workinfrance.procedure.Appeal;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Says what is to be told of appeals and of requests for reasons: to who deposited one, and to the
/// office that has to answer it. What one party deposits is not for another to read.
@Component
class AppealNews {

    private final Appeals appeals;
    private final Dossiers dossiers;
    private final Audience audience;
    private final Documents documents;

    AppealNews(Appeals appeals, Dossiers dossiers, Audience audience, Documents documents) {
        this.appeals = appeals;
        this.dossiers = dossiers;
        this.audience = audience;
        this.documents = documents;
    }

    List<News> received(Dossier dossier, Instant at) {
        return appeals.of(dossier.id()).stream()
                .filter(one -> one.receipt() != null)
                .flatMap(one -> received(dossier, one, at))
                .toList();
    }

    /// Told once of each, however often one looks.
    private Stream<News> received(Dossier dossier, Recourse one, Instant at) {
        DocumentId receipt = one.receipt();
        News to = news(Kind.APPEAL_RECEIVED, at, "appeal", dossier, one, maker(dossier, one));
        News office = news(Kind.APPEAL_RECEIVED, at, "appeal", dossier, one, office(one));
        return Stream.of(receipt == null ? to : to.enclosing(enclosure(receipt)), office);
    }

    List<News> silent(Dossier dossier, Instant at) {
        return appeals.of(dossier.id()).stream()
                .filter(Recourse::silent)
                .flatMap(
                        one ->
                                Stream.of(maker(dossier, one), office(one))
                                        .map(
                                                to ->
                                                        news(
                                                                Kind.APPEAL_SILENT,
                                                                at,
                                                                "appeal-silent",
                                                                dossier,
                                                                one,
                                                                to)))
                .toList();
    }

    /// What is answered is read on the page of the request.
    List<News> answered(Dossier dossier, Instant at, Kind kind) {
        Answer.Kind answered =
                kind == Kind.REASONS_GIVEN ? Answer.Kind.REASONS : Answer.Kind.REJECTED;
        return appeals.of(dossier.id()).stream()
                .filter(one -> one.answer() != null && one.answer().kind() == answered)
                .map(
                        one ->
                                new News(
                                                kind,
                                                at,
                                                maker(dossier, one),
                                                "revised",
                                                Map.of("what", kind.name()))
                                        .on(kind + "/" + one.id()))
                .toList();
    }

    private News news(
            Kind kind,
            Instant at,
            String template,
            Dossier dossier,
            Recourse one,
            List<Addressee> to) {
        return new News(
                        kind,
                        at,
                        to,
                        template,
                        Map.of(
                                "at", one.at(),
                                "way", way(dossier, one).name(),
                                "silence", one.silence(),
                                "limit", one.limit()))
                .on(kind + "/" + one.id());
    }

    private Appeal way(Dossier dossier, Recourse one) {
        return dossiers.version(dossier).appeals().stream()
                .filter(way -> way.id().equals(one.way()))
                .findFirst()
                .orElseThrow();
    }

    private List<Addressee> maker(Dossier dossier, Recourse one) {
        return audience.one(dossier, one.by());
    }

    private List<Addressee> office(Recourse one) {
        return audience.service(one.office()).stream().toList();
    }

    private Enclosure enclosure(DocumentId receipt) {
        return Enclosure.of(documents.find(receipt).orElseThrow());
    }
}
