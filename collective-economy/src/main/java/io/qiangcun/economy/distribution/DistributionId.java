package io.qiangcun.economy.distribution;

import jakarta.persistence.Column;
import java.util.UUID;

/** Identifies the distribution of a year. */
public record DistributionId(
        @Column(name = "distribution_id") UUID value) {

    public static DistributionId valueOf(String text) {
        return new DistributionId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/economy/distributions/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
