package io.qiangcun.grid.gridevent;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.slip.IssuedSlip;
import io.qiangcun.core.slip.SlipDoor;
import io.qiangcun.core.slip.Slips;
import io.qiangcun.grid.gridevent.GridEventService.Satisfaction;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Slips by which whom a matter concerns sees how it stands and says whether it is solved for him. */
@Service
public class EventSlips {

    static final String KIND = "grid.event";

    private static final String MAY_DIRECT = "hasAuthority('" + EventAuthorities.DIRECT_EVENTS + "')";

    private final Slips slips;
    private final SlipDoor door;
    private final GridEventQueries queries;
    private final GridEventService service;

    EventSlips(Slips slips, SlipDoor door, GridEventQueries queries, GridEventService service) {
        this.slips = slips;
        this.door = door;
        this.queries = queries;
        this.service = service;
    }

    /** Who handled it never holds the code by which it is judged. */
    @PreAuthorize(MAY_DIRECT)
    public Optional<IssuedSlip> issue(Jurisdiction jurisdiction, Actor actor, GridEventId id) {
        return queries.view(jurisdiction, actor, id)
                .filter(GridEventView::slipable)
                .map(event -> slips.issue(jurisdiction, actor, KIND, event.place(), id.value()));
    }

    /** For whoever shows a valid code; nobody is signed in. */
    public Optional<EventRow> open(String code) {
        return door.open(KIND, code, slip -> queries.bySlip(slip.jurisdiction(), new GridEventId(slip.subject())))
                .flatMap(found -> found);
    }

    /** Says whether it is solved and sees how it stands then; nothing if the code is not valid. */
    public Optional<EventRow> answer(String code, Satisfaction satisfaction) {
        return door.open(KIND, code, slip -> {
                    var id = new GridEventId(slip.subject());
                    service.answeredBySlip(slip.jurisdiction(), id, satisfaction);
                    return queries.bySlip(slip.jurisdiction(), id);
                })
                .flatMap(found -> found);
    }
}
