package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Answer;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Given;
import fr.gouv.workinfrance.dossier.RegisterNote;
import fr.gouv.workinfrance.dossier.RegisterNotes;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.LookUp;
import fr.gouv.workinfrance.procedure.LookUp.Fact;
import fr.gouv.workinfrance.procedure.Section;
import fr.gouv.workinfrance.reference.Nomenclatures;
import fr.gouv.workinfrance.reference.Siret;
import fr.gouv.workinfrance.reference.online.Establishment;
import fr.gouv.workinfrance.reference.online.RegisterAnswer;
import fr.gouv.workinfrance.reference.online.RegisterSearch;
import fr.gouv.workinfrance.site.SeenRegister;
import fr.gouv.workinfrance.site.applicant.RegisterView.Said;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Fills what the register of establishments knows, keeps what it said with the request, and shows
/// it. An answer that someone gave stays, unless he chooses the register's.
@Component
class RegisterForm {

    /// Of everything that differs, the register's answer is chosen.
    static final String ALL = "*";

    private final SeenRegister register;
    private final Drafts drafts;
    private final RegisterNotes notes;
    private final Nomenclatures lists = new Nomenclatures();

    RegisterForm(SeenRegister register, Drafts drafts, RegisterNotes notes) {
        this.register = register;
        this.drafts = drafts;
        this.notes = notes;
    }

    /// The question of a page that the register answers, when the page has one.
    static Optional<Field> asking(Section section) {
        return section.fields().stream().filter(RegisterForm::answers).findFirst();
    }

    static boolean answers(Field field) {
        return field.lookUp() != null && field.lookUp().in() == LookUp.In.REGISTER;
    }

    /// What the register said lately of the establishment that was typed, without asking it.
    RegisterView known(Seen seen, Field field) {
        return siret(seen, field)
                .flatMap(register::known)
                .map(found -> view(seen, field, found))
                .orElseGet(() -> RegisterView.of(field, "none"));
    }

    /// Asks the register, and answers with it what is not answered yet, or what is chosen.
    ///
    /// @param chosen the questions to which the register's answer is preferred, or [#ALL]
    /// @return what it said; `seen` is of before
    RegisterAnswer find(Seen seen, Field field, Set<String> chosen, Account by, Locale locale) {
        Optional<Siret> siret = siret(seen, field);
        if (siret.isEmpty()) {
            return new RegisterAnswer.Unknown();
        }
        RegisterAnswer answer = register.find(siret.get(), by);
        List<Given> given = new ArrayList<>();
        if (answer instanceof RegisterAnswer.Found found) {
            for (Said said : view(seen, field, found).said()) {
                boolean wanted = chosen.contains(ALL) || chosen.contains(said.field().id());
                if (said.typed().isBlank() || (wanted && said.differs())) {
                    given.add(new Given(said.field().id(), said.told(), said.revision()));
                }
            }
        }
        // with nothing to keep too: it says whether this person may answer
        drafts.answer(seen.dossier().id(), given, by, locale);
        if (answer instanceof RegisterAnswer.Found(Establishment found, Instant readAt)
                && field.id().equals(Known.EMPLOYER_SIRET.field())) {
            notes.keep(seen.dossier().id(), new RegisterNote(found, readAt), by);
        }
        return answer;
    }

    /// The establishments that bear a name in a town.
    RegisterSearch search(String name, String town, Account by) {
        return register.search(name, town, by);
    }

    RegisterView view(Seen seen, Field field, RegisterAnswer answer) {
        return switch (answer) {
            case RegisterAnswer.Found found -> view(seen, field, found);
            case RegisterAnswer.Unknown _ -> RegisterView.of(field, "unknown");
            case RegisterAnswer.NotShown _ -> RegisterView.of(field, "not-shown");
            case RegisterAnswer.Away _ -> RegisterView.of(field, "away");
        };
    }

    private RegisterView view(Seen seen, Field field, RegisterAnswer.Found found) {
        LookUp lookUp = field.lookUp();
        List<Said> said = new ArrayList<>();
        if (lookUp != null) {
            for (Fact fact : Fact.values()) {
                String told = told(found.establishment(), fact);
                Optional.ofNullable(lookUp.fills().get(fact))
                        .flatMap(seen.version()::field)
                        .filter(_ -> !told.isEmpty())
                        .ifPresent(asked -> said.add(said(seen, asked, told)));
            }
        }
        return new RegisterView(field, "found", found.establishment(), found.readAt(), said);
    }

    private static Said said(Seen seen, Field field, String told) {
        String typed = seen.dossier().answers().of(field.id()).map(Answer::typed).orElse("");
        return new Said(field, told, typed, seen.dossier().answers().revision(field.id()));
    }

    private String told(Establishment of, Fact fact) {
        return switch (fact) {
            case NAME -> of.name();
            case ACTIVITY -> lists.activities().label(of.activity()).orElse("");
            case STREET -> of.street();
            case POSTCODE -> of.postcode();
            case TOWN -> of.town();
        };
    }

    private static Optional<Siret> siret(Seen seen, Field field) {
        return seen.dossier().answers().text(field.id()).flatMap(Siret::parse);
    }
}
