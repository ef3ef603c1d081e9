package io.qiangcun.economy.cooperative;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Cooperatives extends Repository<Cooperative, CooperativeId>, ScopedReads<Cooperative, CooperativeId> {

    Cooperative saveAndFlush(Cooperative cooperative);
}
