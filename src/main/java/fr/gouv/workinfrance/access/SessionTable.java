package fr.gouv.workinfrance.access;

import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/// The SQL of `session.session` that is not as Spring Session writes it.
@Component
final class SessionTable implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

    /// That somebody was there is written at most once a minute: a session ends a minute early at
    /// the most, and a page that is looked at writes nothing.
    private static final String UPDATE =
            """
            update session.session kept
            set session_id = said.session_id,
                last_access_time = said.last_access_time,
                max_inactive_interval = said.max_inactive_interval,
                expiry_time = said.expiry_time,
                principal_name = said.principal_name
            from (values (?, ?, ?, ?, ?, ?)) said (session_id, last_access_time,
                 max_inactive_interval, expiry_time, principal_name, primary_id)
            where kept.primary_id = said.primary_id
              and (said.last_access_time >= kept.last_access_time + 60000
                   or (said.session_id, said.max_inactive_interval, said.principal_name)
                      is distinct from
                      (kept.session_id, kept.max_inactive_interval, kept.principal_name))
            """;

    @Override
    public void customize(JdbcIndexedSessionRepository sessions) {
        sessions.setUpdateSessionQuery(UPDATE);
    }
}
