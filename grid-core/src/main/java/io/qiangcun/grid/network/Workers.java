package io.qiangcun.grid.network;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Workers extends Repository<Worker, WorkerId>, ScopedReads<Worker, WorkerId> {

    Worker saveAndFlush(Worker worker);
}
