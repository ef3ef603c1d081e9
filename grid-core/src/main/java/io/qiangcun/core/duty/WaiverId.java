package io.qiangcun.core.duty;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a waiver; made when its form is rendered, so that sending the form twice waives once. */
@Embeddable
public record WaiverId(@Column(name = "waiver_id") UUID value) implements Serializable {

    public static WaiverId valueOf(String text) {
        return new WaiverId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
