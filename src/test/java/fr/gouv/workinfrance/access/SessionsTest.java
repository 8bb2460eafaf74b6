package fr.gouv.workinfrance.access;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.WifTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

@WifTest
class SessionsTest {

    @Autowired Sessions all;

    private final FindByIndexNameSessionRepository<Session> repository;
    private final String account = UUID.randomUUID().toString();

    @SuppressWarnings("unchecked") // a session is only given back to whom it comes from
    SessionsTest(@Autowired FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.repository = (FindByIndexNameSessionRepository<Session>) sessions;
    }

    @Test
    void that_somebody_is_there_is_written_at_most_once_a_minute() {
        String id = begun();
        Instant begun = lastSeen(id);

        seen(id, begun.plusSeconds(59));
        assertThat(lastSeen(id)).isEqualTo(begun);
        seen(id, begun.plusSeconds(60));
        assertThat(lastSeen(id)).isEqualTo(begun.plusSeconds(60));
    }

    @Test
    void whatever_else_changes_in_a_session_is_written_at_once() {
        String id = begun();
        Session session = requireNonNull(repository.findById(id));
        session.setMaxInactiveInterval(Duration.ofMinutes(7));
        repository.save(session);
        session = requireNonNull(repository.findById(id));
        assertThat(session.getMaxInactiveInterval()).isEqualTo(Duration.ofMinutes(7));

        String fresh = session.changeSessionId();
        repository.save(session);
        assertThat(repository.findById(id)).as("what somebody may have planted").isNull();
        assertThat(repository.findById(fresh)).isNotNull();

        session = requireNonNull(repository.findById(fresh));
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, "other");
        repository.save(session);
        all.end(UUID.fromString(account));
        assertThat(repository.findById(fresh)).as("it is another's now").isNotNull();
        repository.deleteById(fresh);
        assertThat(repository.findById(fresh)).isNull();
    }

    private String begun() {
        Session session = repository.createSession();
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account);
        repository.save(session);
        return session.getId();
    }

    private void seen(String id, Instant at) {
        Session session = requireNonNull(repository.findById(id));
        session.setLastAccessedTime(at);
        repository.save(session);
    }

    private Instant lastSeen(String id) {
        return requireNonNull(repository.findById(id)).getLastAccessedTime();
    }
}
