package io.qiangcun.economy.notice;

import io.qiangcun.core.error.NotFound;

/** There is no such notice in the jurisdiction, or none that is still published. */
public class NoticeNotFound extends NotFound {

    public NoticeNotFound(Object id) {
        super("notice", id);
    }
}
