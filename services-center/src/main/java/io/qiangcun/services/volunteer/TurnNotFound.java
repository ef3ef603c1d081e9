package io.qiangcun.services.volunteer;

import io.qiangcun.core.error.NotFound;

/** No shift asks for anybody then, or nobody took the turn. */
public class TurnNotFound extends NotFound {

    TurnNotFound(Object id) {
        super("turn", id);
    }
}
