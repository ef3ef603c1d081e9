package io.qiangcun.grid.incident;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.warning.WarningSweep;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Warns within a minute while something is on, because the sweep of the night would come too late. */
@Service
@Transactional
class IncidentWatch {

    private final WarningSweep warnings;
    private final JdbcClient database;
    private final Clock clock;

    IncidentWatch(WarningSweep warnings, JdbcClient database, Clock clock) {
        this.warnings = warnings;
        this.database = database;
        this.clock = clock;
    }

    void warn(Jurisdiction jurisdiction) {
        var on = database.sql("""
                select exists (select from grid_incident
                  where ended_at is null and place_code >= :lo and place_code < :hi)
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Boolean.class)
                .single();
        if (on) {
            var today = LocalDate.now(clock);
            warnings.sweepNow(SilentPlaceRule.CODE, jurisdiction, today);
            warnings.sweepNow(UnreachedRule.CODE, jurisdiction, today);
        }
    }
}
