package io.qiangcun.party.points;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule.
 *
 * @param within the county that decided so; empty for what came with the application
 * @param inForce false if the county does without it
 * @param per for each what
 * @param yearlyCap how much a member can get by it in a year, or lose
 * @param evidence whether an entry must say what proves it
 */
public record PointsRule(
        UUID ruleId,
        String code,
        String within,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean inForce,
        int position,
        String name,
        RuleKind kind,
        BigDecimal amount,
        String per,
        @Nullable BigDecimal yearlyCap,
        boolean evidence,
        Approver approver,
        String basisKind,
        String basisText,
        Instant recordedAt,
        String recordedBy,
        String recordedByPerson) {

    public BigDecimal signed() {
        return kind.signed(amount);
    }

    public boolean own() {
        return !within.isEmpty();
    }

    /** Whether another entry fits under its cap, given what the member has by it this year. */
    public boolean fits(BigDecimal already) {
        return yearlyCap == null || already.abs().add(amount).compareTo(yearlyCap) <= 0;
    }
}
