package fr.gouv.workinfrance.notification;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.examination.appeal.Recourse.Answer;
import fr.gouv.workinfrance.examination.appeal.Recourse.Nearness;
import fr.gouv.workinfrance.mail.Enclosure;
import fr.gouv.workinfrance.notification.Notice.Kind;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Appeal;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Says what is to be told of appeals and of requests for reasons: to who deposited one, and to the
/// office that has to answer it. What one party deposits is not for another to read.
@Component
class AppealNews {

    private final Appeals appeals;
    private final Dossiers dossiers;
    private final Audience audience;
    private final Offices offices;
    private final NoticeTable notices;
    private final Documents documents;

    AppealNews(
            Appeals appeals,
            Dossiers dossiers,
            Audience audience,
            Offices offices,
            NoticeTable notices,
            Documents documents) {
        this.appeals = appeals;
        this.dossiers = dossiers;
        this.audience = audience;
        this.offices = offices;
        this.notices = notices;
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

    /// To who is in charge, and to the service while nobody is; once it is urgent, to both.
    List<News> due(Dossier dossier, Instant at) {
        return appeals.of(dossier.id()).stream()
                .filter(one -> one.open() && !one.silent())
                .flatMap(one -> due(dossier, one, at))
                .toList();
    }

    private Stream<News> due(Dossier dossier, Recourse one, Instant at) {
        Nearness near = one.warned();
        if (near == null) {
            return Stream.empty();
        }
        String occasion = "%s/%s/%s/%s".formatted(Kind.APPEAL_DUE, one.id(), one.office(), near);
        List<Addressee> agent =
                Optional.ofNullable(one.assignee()).flatMap(audience::agent).stream().toList();
        List<Addressee> service =
                near == Nearness.URGENT || agent.isEmpty() ? office(one) : List.of();
        Map<String, Object> more = Map.of("near", near);
        return Stream.of(
                news(Kind.APPEAL_DUE, at, "appeal-due", dossier, one, agent)
                        .saying(more)
                        .on(occasion),
                news(Kind.APPEAL_DUE, at, "appeal-due", dossier, one, service)
                        .saying(more)
                        .on(occasion + "/service"));
    }

    /// To who deposited it, until when he can go to court as well.
    List<News> silent(Dossier dossier, Instant at) {
        List<Recourse> made = appeals.of(dossier.id());
        return made.stream()
                .filter(Recourse::silent)
                .flatMap(
                        one ->
                                Stream.of(
                                        silent(dossier, at, one, maker(dossier, one))
                                                .saying(court(dossier, one, made)),
                                        silent(dossier, at, one, office(one))))
                .toList();
    }

    private News silent(Dossier dossier, Instant at, Recourse one, List<Addressee> to) {
        return news(Kind.APPEAL_SILENT, at, "appeal-silent", dossier, one, to);
    }

    private Map<String, Object> court(Dossier dossier, Recourse one, List<Recourse> made) {
        Office office = offices.office(dossier.office().orElseThrow()).orElseThrow();
        return new TimeToContest(
                        dossier,
                        dossiers.version(dossier),
                        offices.days(office),
                        notices.of(dossier.id()),
                        made)
                .court(one.from())
                .<Map<String, Object>>map(court -> Map.of("court", court.day()))
                .orElse(Map.of());
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
