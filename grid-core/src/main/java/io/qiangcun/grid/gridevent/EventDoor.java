package io.qiangcun.grid.gridevent;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what came through another slice's public page, where nobody is signed in: that slice has counted who sends how
 * much, and has entered the scope of the place.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class EventDoor {

    private final GridEventService events;

    EventDoor(GridEventService events) {
        this.events = events;
    }

    public Acknowledged report(Jurisdiction there, Actor by, ReportGridEvent command) {
        return events.reportedThrough(there, by, command, List.of());
    }
}
