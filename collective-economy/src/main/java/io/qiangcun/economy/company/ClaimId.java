package io.qiangcun.economy.company;

import jakarta.persistence.Column;
import java.io.Serializable;
import java.util.UUID;

/** Identifies what a village is owed of a profit. */
public record ClaimId(@Column(name = "claim_id") UUID value) implements Serializable {

    public static ClaimId next() {
        return new ClaimId(UUID.randomUUID());
    }

    public static ClaimId valueOf(String text) {
        return new ClaimId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
