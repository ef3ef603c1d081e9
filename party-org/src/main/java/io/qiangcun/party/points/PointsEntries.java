package io.qiangcun.party.points;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface PointsEntries extends Repository<PointsEntry, EntryId>, ScopedReads<PointsEntry, EntryId> {

    PointsEntry saveAndFlush(PointsEntry entry);
}
