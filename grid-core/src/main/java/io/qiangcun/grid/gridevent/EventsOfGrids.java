package io.qiangcun.grid.gridevent;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.grid.network.GridClosed;
import io.qiangcun.grid.network.GridMerged;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is open in a grid goes on where the grid goes, with everything that belongs to it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EventsOfGrids {

    private static final String BETWEEN = " · ";

    private final GridEvents events;
    private final EventBook book;
    private final MoveLog log;
    private final PlaceTree places;
    private final CurrentAccount account;
    private final JdbcClient database;
    private final Clock clock;

    EventsOfGrids(
            GridEvents events,
            EventBook book,
            MoveLog log,
            PlaceTree places,
            CurrentAccount account,
            JdbcClient database,
            Clock clock) {
        this.events = events;
        this.book = book;
        this.log = log;
        this.places = places;
        this.account = account;
        this.database = database;
        this.clock = clock;
    }

    @EventListener
    void on(GridMerged merged) {
        follow(merged.placeCode(), merged.into(), merged.into(), name(merged.placeCode()));
    }

    @EventListener
    void on(GridClosed closed) {
        var grid = closed.placeCode();
        follow(grid, grid.parent().orElseThrow(), null, name(grid) + BETWEEN + closed.reason());
    }

    /** @param successor null where the village has to decide anew */
    private void follow(PlaceCode grid, PlaceCode to, @Nullable PlaceCode successor, String why) {
        var village = Jurisdiction.within(Level.deskOf(grid));
        var by = new Mover(account.jurisdiction().root(), account.actor());
        for (var id : openWith(village, grid)) {
            var event = events.findById(id, village).orElseThrow(() -> new GridEventNotFound(id));
            var written = log.of(id);
            event.follow(grid, to, successor, why, by, clock.instant());
            book.file(event, written);
        }
    }

    private List<GridEventId> openWith(Jurisdiction village, PlaceCode grid) {
        return database
                .sql("""
                select event_id from grid_event
                where place_code >= :lo and place_code < :hi and closed_at is null
                  and (place_code = :grid or holder_place = :grid or handler_place = :grid)
                order by event_id
                """)
                .param("lo", village.lo())
                .param("hi", village.hi())
                .param("grid", grid.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(GridEventId::new)
                .toList();
    }

    private String name(PlaceCode grid) {
        return places.require(grid, Jurisdiction.within(grid)).name();
    }
}
