package io.qiangcun.economy.notice;

import jakarta.persistence.Column;
import java.util.UUID;

/** Identifies a notice. */
public record NoticeId(@Column(name = "notice_id") UUID value) {

    public static NoticeId valueOf(String text) {
        return new NoticeId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/economy/notices/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
