package io.qiangcun.grid.gridevent;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the slice that handed a matter over how its event stands, in the transaction in which that changed. */
@Component
public class EventEnds {

    private final JdbcClient database;

    EventEnds(JdbcClient database) {
        this.database = database;
    }

    /**
     * How an event stands.
     *
     * @param result what its handler did about it
     * @param into under which other it goes on, at {@code intoPlace}
     */
    public record Standing(
            EventState state,
            @Nullable String result,
            @Nullable String handledPerson,
            @Nullable UUID into,
            @Nullable String intoPlace,
            boolean intoOver) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public Standing of(GridEventId event) {
        return database.sql("""
                        select e.state, e.result, e.handled_person, o.event_id as into,
                          o.place_code as into_place, o.closed_at is not null as into_over
                        from grid_event e left join grid_event o on o.event_id = e.merged_into
                        where e.event_id = :event
                        """)
                .param("event", event.value())
                .query(Standing.class)
                .single();
    }
}
