package io.qiangcun.core.register;

import io.qiangcun.core.error.NotFound;

/** There is no such register for this place, or none that this account reads. */
public class RegisterNotFound extends NotFound {

    RegisterNotFound(Object code) {
        super("register", code);
    }
}
