package io.qiangcun.core.duty;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names an overlay; made when its form is rendered, so that sending the form twice writes one. */
@Embeddable
public record OverlayId(@Column(name = "rule_id") UUID value) implements Serializable {

    public static OverlayId valueOf(String text) {
        return new OverlayId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
