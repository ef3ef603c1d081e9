package io.qiangcun.party.post;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rule as the list of rules shows it.
 *
 * @param moreThan what the number, or the share in per cent, has to exceed
 * @param own whether the county added it
 */
public record StructureRuleRow(
        String code,
        String title,
        @Nullable Track track,
        Feature feature,
        boolean share,
        BigDecimal moreThan,
        String basisText,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean own,
        @Nullable String createdBy,
        @Nullable String endedBy) {

    /** As it was written: a number of persons to reach, or a share to exceed. */
    public int amount() {
        return share ? moreThan.intValue() : moreThan.intValue() + 1;
    }
}
