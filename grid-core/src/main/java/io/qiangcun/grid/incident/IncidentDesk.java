package io.qiangcun.grid.incident;

import io.qiangcun.core.place.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether desks have anything to show. */
@Service
@Transactional(readOnly = true)
class IncidentDesk {

    private final JdbcClient database;

    IncidentDesk(JdbcClient database) {
        this.database = database;
    }

    /** Whether anything concerns the place, or goes on in it. */
    boolean isOn(Jurisdiction jurisdiction) {
        return database.sql("""
                select exists (select from grid_incident_concern
                  where ended_at is null and place_code >= :lo and place_code < :hi)
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Boolean.class)
                .single();
    }
}
