package io.qiangcun.economy.membership;

import jakarta.persistence.Column;
import java.util.UUID;

/** Identifies who belongs to a cooperative. */
public record CoopMemberId(@Column(name = "coop_member_id") UUID value) {

    public static CoopMemberId next() {
        return new CoopMemberId(UUID.randomUUID());
    }

    public static CoopMemberId valueOf(String text) {
        return new CoopMemberId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/economy/cooperative-members/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
