package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.Change.Said;
import fr.gouv.workinfrance.dossier.correction.Subject;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What is said and joined in a request.
public record Content(Answers answers, Attachments attachments) {

    static final Content NONE = new Content(Answers.NONE, Attachments.NONE);

    Content with(Answers given) {
        return new Content(given, attachments);
    }

    Content with(Attachments joined) {
        return new Content(answers, joined);
    }

    /// With what another content says of these.
    Content with(Collection<Subject> subjects, Content other) {
        Answers said = answers;
        Attachments joined = attachments;
        for (Subject subject : subjects) {
            String id = subject.id();
            switch (subject.kind()) {
                case FIELD -> {
                    Optional<Answer> answer = other.answers.of(id);
                    said = answer.isEmpty() ? said.without(id) : said.with(id, answer.get());
                }
                case PIECE -> joined = joined.with(id, other.attachments.of(id));
            }
        }
        return new Content(said, joined);
    }

    Content without(UUID author) {
        return new Content(answers.without(author), attachments.without(author));
    }

    /// What differs in another content, in no order that matters.
    List<Change> changes(Content after) {
        Stream<Subject> fields =
                Stream.concat(
                                answers.byField().keySet().stream(),
                                after.answers.byField().keySet().stream())
                        .distinct()
                        .map(Subject::field);
        Stream<Subject> pieces =
                Stream.concat(attachments.all().stream(), after.attachments.all().stream())
                        .map(Attachment::piece)
                        .distinct()
                        .map(Subject::piece);
        return Stream.concat(fields, pieces)
                .filter(subject -> !same(subject, after))
                .map(subject -> new Change(subject, of(subject), after.of(subject)))
                .toList();
    }

    /// Whether both say the same of a subject: an answer typed otherwise that reads the same is the
    /// same answer.
    private boolean same(Subject subject, Content other) {
        Object value =
                subject.kind() == Subject.Kind.FIELD ? answers.values().get(subject.id()) : null;
        return of(subject).equals(other.of(subject))
                || (value != null && value.equals(other.answers.values().get(subject.id())));
    }

    /// What there is of a subject.
    List<Said> of(Subject subject) {
        return switch (subject.kind()) {
            case FIELD ->
                    answers
                            .of(subject.id())
                            .map(Answer::typed)
                            .filter(typed -> !typed.isBlank())
                            .<Said>map(Said.Typed::new)
                            .stream()
                            .toList();
            case PIECE ->
                    attachments.of(subject.id()).stream()
                            .<Said>map(
                                    attachment ->
                                            switch (attachment) {
                                                case Attachment.Joined joined ->
                                                        new Said.Joined(joined.document());
                                                case Attachment.Unavailable none ->
                                                        new Said.Unavailable(none.reason());
                                            })
                            .toList();
        };
    }

    /// Whether something is there that was not there before: an answer that can be read, a
    /// document.
    boolean brings(Subject subject, Content before) {
        boolean there =
                switch (subject.kind()) {
                    case FIELD -> answers.values().containsKey(subject.id());
                    case PIECE ->
                            attachments.of(subject.id()).stream()
                                    .anyMatch(Attachment.Joined.class::isInstance);
                };
        return there && !same(subject, before);
    }
}
