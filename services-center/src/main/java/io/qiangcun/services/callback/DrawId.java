package io.qiangcun.services.callback;

import jakarta.persistence.Column;
import java.util.UUID;

/** Identifies what was drawn of a month. */
public record DrawId(@Column(name = "draw_id") UUID value) {

    public static DrawId valueOf(String text) {
        return new DrawId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
