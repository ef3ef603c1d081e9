package io.qiangcun.core.duty;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Waivers extends Repository<Waiver, WaiverId>, ScopedReads<Waiver, WaiverId> {

    Waiver save(Waiver waiver);

    /** Before SQL reads it in the same transaction. */
    Waiver saveAndFlush(Waiver waiver);
}
