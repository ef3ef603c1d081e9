package io.qiangcun.core.register;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place, or a row, that has fewer or more current rows than a rule wants.
 *
 * @param parent the row, for a rule about rows
 * @param holder whose move it is: the place itself, or the one above that writes the register
 * @param dueOn since when
 * @param begun whether the county has begun to keep the register
 */
public record RegisterGap(
        String register,
        String registerTitle,
        String rule,
        String ruleTitle,
        PlaceCode place,
        String placeName,
        @Nullable RowId parent,
        @Nullable String parentTitle,
        PlaceCode holder,
        long rows,
        @Nullable Integer atLeast,
        @Nullable Integer atMost,
        CountRule.Severity severity,
        LocalDate dueOn,
        boolean begun,
        Finding.Basis basis) {

    /** Where it can be made good. */
    public String href() {
        return parent == null ? "/core/registers/" + register + "?place=" + place : parent.href();
    }
}
