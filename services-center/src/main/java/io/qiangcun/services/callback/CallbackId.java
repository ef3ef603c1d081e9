package io.qiangcun.services.callback;

import jakarta.persistence.Column;
import java.util.UUID;

/** Identifies a call to whoever asked. */
public record CallbackId(@Column(name = "callback_id") UUID value) {

    public static CallbackId valueOf(String text) {
        return new CallbackId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
