package io.qiangcun.party.post;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a post that somebody holds or held. */
@Embeddable
public record PostId(@Column(name = "post_id") UUID value) implements Serializable {

    public static PostId next() {
        return new PostId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static PostId valueOf(String text) {
        return new PostId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
