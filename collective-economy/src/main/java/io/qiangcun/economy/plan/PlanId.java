package io.qiangcun.economy.plan;

import jakarta.persistence.Column;
import java.util.UUID;

/** Identifies a village's plan. */
public record PlanId(@Column(name = "plan_id") UUID value) {

    public static PlanId next() {
        return new PlanId(UUID.randomUUID());
    }

    public static PlanId valueOf(String text) {
        return new PlanId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/economy/plans/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
