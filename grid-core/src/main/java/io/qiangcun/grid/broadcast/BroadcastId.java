package io.qiangcun.grid.broadcast;

import jakarta.persistence.Column;
import java.io.Serializable;
import java.util.UUID;

/** Names a message for loudspeakers for good. */
public record BroadcastId(@Column(name = "broadcast_id") UUID value) implements Serializable {

    /** Binds path variables. */
    public static BroadcastId valueOf(String text) {
        return new BroadcastId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/grid/broadcast/messages/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
