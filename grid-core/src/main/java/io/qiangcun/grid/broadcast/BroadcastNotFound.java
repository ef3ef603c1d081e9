package io.qiangcun.grid.broadcast;

import io.qiangcun.core.error.NotFound;
import java.util.UUID;

/** There is no such message or speaker, or not here. */
public class BroadcastNotFound extends NotFound {

    public BroadcastNotFound(UUID id) {
        super("broadcast", id);
    }
}
