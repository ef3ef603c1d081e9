package io.qiangcun.economy.project;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.money.Money;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A project as it was approved.
 *
 * @param number within its place
 * @param approvedBy by whose paper; may be empty
 * @param incomeTarget what it shall earn in a year; null where nothing was promised
 * @param budget what each source gives, by the code of the source; above nought
 */
public record WriteProject(
        ProjectId id,
        PlaceCode place,
        String number,
        String name,
        String content,
        Chains chains,
        LocalDate approvedOn,
        String approvedBy,
        LocalDate plannedFrom,
        LocalDate plannedUntil,
        @Nullable Money incomeTarget,
        Map<String, Money> budget) {

    public WriteProject {
        budget = Map.copyOf(budget);
    }

    /** Which chains a project makes longer or stronger. */
    public record Chains(boolean supply, boolean industry, boolean value) {

        public static final Chains NONE = new Chains(false, false, false);
    }
}
