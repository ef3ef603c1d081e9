package io.qiangcun.grid.gridevent;

import io.qiangcun.core.place.Jurisdiction;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Passes up what has been waiting too long; each event by itself, so that one in the way of somebody holds up no other. */
@Component
class EventEscalation {

    private static final Logger LOG = LoggerFactory.getLogger(EventEscalation.class);
    private static final int AT_ONCE = 500;

    private final GridEventService events;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EventEscalation(GridEventService events, JdbcClient database, PlatformTransactionManager manager, Clock clock) {
        this.events = events;
        this.database = database;
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
    }

    void run(Jurisdiction jurisdiction) {
        for (var id : due(jurisdiction)) {
            try {
                events.escalateByClock(jurisdiction, new GridEventId(id));
            } catch (OptimisticLockingFailureException somebodyActed) {
                LOG.info("Grid event {} has moved meanwhile", id);
            }
        }
    }

    private List<UUID> due(Jurisdiction jurisdiction) {
        return transaction.execute(status -> database.sql("""
                select event_id from grid_event
                where escalates_at <= :now and closed_at is null and place_code >= :lo and place_code < :hi
                order by escalates_at limit :limit
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("limit", AT_ONCE)
                .query(UUID.class)
                .list());
    }
}
