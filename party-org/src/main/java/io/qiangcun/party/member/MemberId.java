package io.qiangcun.party.member;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a membership for good. */
@Embeddable
public record MemberId(@Column(name = "member_id") UUID value) implements Serializable {

    public static MemberId next() {
        return new MemberId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static MemberId valueOf(String text) {
        return new MemberId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
