package io.qiangcun.economy.plan;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.project.ProjectId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a village means to do.
 *
 * @param slot of the model it chose; null while it chose none
 * @param measures what it will do, in words
 * @param project the key project; null while it is none yet
 * @param projectWords what the key project is called before it is one; may be empty
 * @param adoptedBy by whose decision; may be empty
 * @param targets operating income of each year, without a gap between the first and the last
 */
public record WritePlan(
        PlanId id,
        PlaceCode village,
        @Nullable Integer slot,
        String measures,
        @Nullable ProjectId project,
        String projectWords,
        LocalDate adoptedOn,
        String adoptedBy,
        SortedMap<Integer, Money> targets) {

    public WritePlan {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
        if (targets.isEmpty() || targets.lastKey() - targets.firstKey() + 1 != targets.size()) {
            throw new IllegalArgumentException("A plan has a target for each of its years: " + targets.keySet());
        }
    }

    public int fromYear() {
        return targets.firstKey();
    }

    public int untilYear() {
        return targets.lastKey();
    }
}
