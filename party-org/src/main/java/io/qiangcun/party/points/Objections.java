package io.qiangcun.party.points;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Objections extends Repository<Objection, ObjectionId>, ScopedReads<Objection, ObjectionId> {

    Objection saveAndFlush(Objection objection);
}
