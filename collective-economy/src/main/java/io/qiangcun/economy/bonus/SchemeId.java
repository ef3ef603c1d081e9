package io.qiangcun.economy.bonus;

import jakarta.persistence.Column;
import java.util.UUID;

/** Identifies a scheme. */
public record SchemeId(@Column(name = "scheme_id") UUID value) {

    public static SchemeId valueOf(String text) {
        return new SchemeId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/economy/bonus/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
