package io.qiangcun.grid.gridevent;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface GridEvents extends Repository<GridEvent, GridEventId>, ScopedReads<GridEvent, GridEventId> {

    /** At once, so that two who move the same event at the same moment wait for each other here. */
    GridEvent saveAndFlush(GridEvent event);
}
