package io.qiangcun.grid.gridevent;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a grid event; made by the device that reports it, so that it is taken in once however often it is sent. */
@Embeddable
public record GridEventId(@Column(name = "event_id") UUID value) implements Serializable {

    public static GridEventId next() {
        return new GridEventId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static GridEventId valueOf(String text) {
        return new GridEventId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
