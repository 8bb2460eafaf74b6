package fr.gouv.workinfrance.notification;

import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.mail.Letter;
import fr.gouv.workinfrance.notification.Notice.Recipient;
import fr.gouv.workinfrance.office.Offices;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;

/// Writes letters about a dossier. Nothing that anybody typed goes into one: the reference, the
/// service, dates, and the words of the house and of the catalogue are all there is.
@Component
class Scribe {

    private final Offices offices;
    private final String baseUrl;

    Scribe(Offices offices, @Value("${wif.base-url}") String baseUrl) {
        this.offices = offices;
        this.baseUrl = baseUrl;
    }

    Letter letter(Dossier dossier, News news, Addressee to) {
        Map<String, Object> model = new HashMap<>(news.said());
        model.put("reference", dossier.reference().value());
        model.put("filer", dossier.filer());
        model.put("recipient", to.recipient());
        if (to.recipient() == Recipient.OFFICE) {
            model.put("link", baseUrl + desk(dossier, news));
        } else {
            dossier.office()
                    .flatMap(offices::office)
                    .ifPresent(office -> model.put("office", office));
        }
        if (to.account() != null && news.kind() != Notice.Kind.REPLACED) {
            model.put("link", baseUrl + prefix(to) + "/dossiers/" + dossier.reference());
        }
        return new Letter(
                        "notification/%s/%s/%s"
                                .formatted(dossier.id(), news.occasion(), to.recipient()),
                        to.email(),
                        to.language(),
                        news.template(),
                        model)
                .enclosing(news.enclosed());
    }

    /// An appeal may be for a service that sees nothing else of the request.
    private static String desk(Dossier dossier, News news) {
        return switch (news.kind()) {
            case APPEAL_RECEIVED, APPEAL_DUE, APPEAL_SILENT -> "/instruction/recours";
            default -> "/instruction/dossiers/" + dossier.reference();
        };
    }

    private static String prefix(Addressee to) {
        return Language.of(to.language()).prefix();
    }
}
