package io.qiangcun.economy.doubt;

import jakarta.persistence.Column;
import java.util.UUID;

/** Identifies a doubt by what it is about; the same tomorrow. */
public record DoubtId(@Column(name = "doubt_id") UUID value) {

    public static DoubtId valueOf(String text) {
        return new DoubtId(UUID.fromString(text));
    }

    /** Where it is answered. */
    public String href() {
        return "/economy/doubts/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
