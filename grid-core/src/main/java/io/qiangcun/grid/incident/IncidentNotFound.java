package io.qiangcun.grid.incident;

import io.qiangcun.core.error.NotFound;

/** There is no such incident, or not here. */
public class IncidentNotFound extends NotFound {

    public IncidentNotFound(ConcernId id) {
        super("incident", id);
    }
}
