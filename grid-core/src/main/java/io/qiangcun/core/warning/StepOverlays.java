package io.qiangcun.core.warning;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface StepOverlays extends Repository<StepOverlay, StepOverlayId>, ScopedReads<StepOverlay, StepOverlayId> {

    /** Before SQL reads it in the same transaction. */
    StepOverlay saveAndFlush(StepOverlay overlay);
}
