package io.qiangcun.grid.network;

import io.qiangcun.core.error.NotFound;

/** There is no such worker, or not here. */
public class WorkerNotFound extends NotFound {

    public WorkerNotFound(WorkerId id) {
        super("worker", id);
    }
}
