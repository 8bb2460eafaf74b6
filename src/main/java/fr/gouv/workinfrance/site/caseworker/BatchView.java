package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.examination.batch.Batch;
import fr.gouv.workinfrance.examination.batch.Batch.Act;
import fr.gouv.workinfrance.examination.batch.Batch.Line;
import fr.gouv.workinfrance.examination.batch.Batch.Result;
import fr.gouv.workinfrance.site.Shell;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What came of an act that was asked for of many dossiers.
///
/// @param people who were put in charge
public record BatchView(Batch batch, Map<UUID, Account> people) {

    private static final Set<Act> GIVEN = EnumSet.of(Act.ASSIGN, Act.BALANCE);

    /// The accounts that its lines name.
    static List<UUID> people(Batch batch) {
        return batch.lines().stream()
                .flatMap(line -> charged(batch, line).stream())
                .distinct()
                .toList();
    }

    /// What was done, then how many came to something else, as far as it has gone.
    public String title(Shell shell) {
        return Stream.concat(
                        Stream.of(
                                shell.say(
                                        "site.desk.batch.result." + batch.act(),
                                        batch.count(Result.DONE))),
                        Stream.of(Result.values())
                                .filter(result -> result != Result.DONE && batch.count(result) > 0)
                                .map(
                                        result ->
                                                shell.say(
                                                        "site.desk.batch.rest." + result,
                                                        batch.count(result))))
                .collect(Collectors.joining(", "));
    }

    /// Who was put in charge of one, by name; empty when nobody was.
    public String charged(Line line) {
        return charged(batch, line).map(people::get).map(Account::displayName).orElse("");
    }

    private static Optional<UUID> charged(Batch batch, Line line) {
        return GIVEN.contains(batch.act()) && line.result() != Result.REFUSED
                ? Optional.ofNullable(line.detail()).map(UUID::fromString)
                : Optional.empty();
    }
}
