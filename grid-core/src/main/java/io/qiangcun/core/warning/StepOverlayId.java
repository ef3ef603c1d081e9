package io.qiangcun.core.warning;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a place's own table of steps; made when its form is rendered, so that sending it twice writes one. */
@Embeddable
public record StepOverlayId(@Column(name = "overlay_id") UUID value) implements Serializable {

    public static StepOverlayId valueOf(String text) {
        return new StepOverlayId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
