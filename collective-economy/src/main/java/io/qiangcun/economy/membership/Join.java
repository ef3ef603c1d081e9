package io.qiangcun.economy.membership;

import io.qiangcun.economy.cooperative.CooperativeId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody comes in.
 *
 * @param household number in the register of households; empty unless it is one
 * @param name of the household's head, the person, or whoever it is
 * @param contribution what he brings at once; null for nothing
 */
public record Join(
        CoopMemberId id,
        CooperativeId cooperative,
        MemberKind kind,
        String household,
        String name,
        LocalDate on,
        @Nullable Contribution contribution) {}
