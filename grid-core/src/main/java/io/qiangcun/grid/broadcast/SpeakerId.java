package io.qiangcun.grid.broadcast;

import jakarta.persistence.Column;
import java.io.Serializable;
import java.util.UUID;

/** Names a loudspeaker for good. */
public record SpeakerId(@Column(name = "speaker_id") UUID value) implements Serializable {

    /** Binds path variables. */
    public static SpeakerId valueOf(String text) {
        return new SpeakerId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/grid/broadcast/speakers/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
