package io.qiangcun.party.points;

import io.qiangcun.core.number.NumberGuard;
import io.qiangcun.core.number.RuleNumberRefused;
import io.qiangcun.core.number.RuleNumbers.SetNumber;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A year's points end above where they begin. */
@Component
class YearlyLimits implements NumberGuard {

    private static final String CAP = "party.points-yearly-cap";
    private static final String FLOOR = "party.points-yearly-floor";

    @Override
    public void check(SetNumber command, Map<String, BigDecimal> inForce) {
        var cap = command.code().equals(CAP) ? command.amount() : inForce.get(CAP);
        var floor = command.code().equals(FLOOR) ? command.amount() : inForce.get(FLOOR);
        var concerns = command.code().equals(CAP) || command.code().equals(FLOOR);
        if (concerns && cap != null && floor != null && floor.compareTo(cap) >= 0) {
            throw new RuleNumberRefused("amount", "party.points.floor-above-cap");
        }
    }
}
