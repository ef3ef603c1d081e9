package io.qiangcun.grid.network;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names somebody's work in a grid. */
@Embeddable
public record WorkerId(@Column(name = "worker_id") UUID value) implements Serializable {

    public static WorkerId next() {
        return new WorkerId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static WorkerId valueOf(String text) {
        return new WorkerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
