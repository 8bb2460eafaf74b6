package fr.gouv.workinfrance.dossier.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.dossier.message.Message.Reading;
import fr.gouv.workinfrance.dossier.message.Message.Settlement;
import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

class MessageTest {

    private static final Instant AT = Instant.parse("2026-11-23T09:00:00Z");
    private static final UUID SOMEONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @Test
    void what_one_party_writes_is_not_read_by_another() {
        Message employers = from(Part.EMPLOYER);

        assertThat(employers.isReadBy(Set.of(Part.EMPLOYER))).isTrue();
        assertThat(employers.isReadBy(Set.of(Part.WORKER))).isFalse();
        assertThat(employers.isReadBy(Set.of(Part.MANDATE_HOLDER))).isFalse();
        assertThat(employers.isReadBy(Set.of())).isFalse();
    }

    @Test
    void what_the_office_writes_is_read_by_the_parties_that_it_names_and_by_no_other() {
        Message both = to(Set.of(Part.EMPLOYER, Part.WORKER), List.of());
        Message one = to(Set.of(Part.WORKER), List.of());

        assertThat(both.isReadBy(Set.of(Part.EMPLOYER))).isTrue();
        assertThat(both.isReadBy(Set.of(Part.WORKER))).isTrue();
        assertThat(both.isReadBy(Set.of(Part.MANDATE_HOLDER))).isFalse();
        assertThat(one.isReadBy(Set.of(Part.EMPLOYER))).isFalse();
    }

    @Test
    void it_waits_for_each_party_apart_until_that_party_opens_it() {
        Reading read = new Reading(Part.WORKER, SOMEONE, AT);
        Message both = to(Set.of(Part.EMPLOYER, Part.WORKER), List.of(read));

        assertThat(both.unread(Set.of(Part.values()))).containsExactly(Part.EMPLOYER);
        assertThat(both.reading(Part.WORKER)).contains(read);
        assertThat(both.reading(Part.EMPLOYER)).isEmpty();
        assertThat(both.unreadByOffice()).as("which wrote it").isFalse();
    }

    @Test
    void what_a_party_writes_is_open_until_an_agent_is_done_with_it() {
        Message waits = from(Part.WORKER);

        assertThat(waits.open()).isTrue();
        assertThat(settled(waits).open()).isFalse();
        assertThat(to(Set.of(Part.WORKER), List.of()).open()).as("of the office").isFalse();
    }

    @Test
    void it_is_the_task_of_who_took_it_otherwise_of_who_is_in_charge_otherwise_of_nobody() {
        assertThat(from(Part.WORKER).owner(null)).isEmpty();
        assertThat(from(Part.WORKER).owner(SOMEONE)).contains(SOMEONE);
        assertThat(taken(from(Part.WORKER)).owner(SOMEONE)).contains(OTHER);
    }

    private static Message from(Part part) {
        return message(part, Set.of(), List.of(), null, null);
    }

    private static Message to(Set<Part> parts, List<Reading> readings) {
        return message(null, parts, readings, null, null);
    }

    private static Message settled(Message of) {
        return message(of.from(), of.to(), List.of(), null, new Settlement(OTHER, AT, false));
    }

    private static Message taken(Message of) {
        return message(of.from(), of.to(), List.of(), OTHER, null);
    }

    private static Message message(
            @Nullable Part from,
            Set<Part> to,
            List<Reading> readings,
            @Nullable UUID taken,
            @Nullable Settlement settlement) {
        return new Message(
                1, from, SOMEONE, AT, to, "Bonjour", List.of(), readings, taken, settlement);
    }
}
