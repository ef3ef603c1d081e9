package io.qiangcun.grid.gridevent;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who have to do with an event say to each other while they deal with it. */
@Service
@Transactional
public class GridConversation {

    private static final String MAY_ACT = "hasAuthority('" + EventAuthorities.ACT_ON_EVENTS + "')";

    private final GridEvents events;
    private final JdbcClient database;
    private final Clock clock;

    GridConversation(GridEvents events, JdbcClient database, Clock clock) {
        this.events = events;
        this.database = database;
        this.clock = clock;
    }

    /** @param message made when the form was rendered, so that what is sent twice is said once */
    @PreAuthorize(MAY_ACT)
    public void say(Jurisdiction jurisdiction, Actor actor, GridEventId id, UUID message, String words) {
        var by = Mover.of(jurisdiction, actor);
        var event = events.findById(id, jurisdiction)
                .filter(known -> known.isSeenBy(by))
                .orElseThrow(() -> new GridEventNotFound(id));
        database.sql("""
                insert into grid_event_message (message_id, event_id, place_code, at, account_id, post, post_name, person, words)
                values (:id, :event, :place, :at, :account, :post, :name, :person, :words) on conflict do nothing
                """)
                .param("id", message)
                .param("event", id.value())
                .param("place", event.placeCode().value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", by.account())
                .param("post", actor.login())
                .param("name", actor.post())
                .param("person", actor.holder())
                .param("words", words)
                .update();
    }
}
