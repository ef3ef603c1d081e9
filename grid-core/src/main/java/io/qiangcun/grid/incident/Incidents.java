package io.qiangcun.grid.incident;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Incidents extends Repository<Incident, IncidentId>, ScopedReads<Incident, IncidentId> {

    Incident saveAndFlush(Incident incident);
}
