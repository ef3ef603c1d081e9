package io.qiangcun.party.standard;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface StandardChecks extends Repository<StandardCheck, CheckId>, ScopedReads<StandardCheck, CheckId> {

    StandardCheck saveAndFlush(StandardCheck check);
}
