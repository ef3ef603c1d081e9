package io.qiangcun.core.duty;

import io.qiangcun.core.error.NotFound;
import java.util.UUID;

/** There is no such duty, or it lies outside the jurisdiction. */
public class DutyNotFound extends NotFound {

    DutyNotFound(UUID id) {
        super("duty", id);
    }
}
