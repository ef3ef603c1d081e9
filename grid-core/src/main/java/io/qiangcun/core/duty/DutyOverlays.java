package io.qiangcun.core.duty;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface DutyOverlays extends Repository<DutyOverlay, OverlayId>, ScopedReads<DutyOverlay, OverlayId> {

    /** Before SQL reads it in the same transaction. */
    DutyOverlay saveAndFlush(DutyOverlay overlay);
}
