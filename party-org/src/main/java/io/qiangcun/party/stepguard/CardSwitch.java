package io.qiangcun.party.stepguard;

import io.qiangcun.core.number.NumberGuard;
import io.qiangcun.core.number.RuleNumberRefused;
import io.qiangcun.core.number.RuleNumbers.SetNumber;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Cards are in use or they are not. */
@Component
class CardSwitch implements NumberGuard {

    private static final Set<BigDecimal> OFF_AND_ON = Set.of(BigDecimal.ZERO, BigDecimal.ONE);

    @Override
    public void check(SetNumber command, Map<String, BigDecimal> inForce) {
        if (command.code().equals("party.card-in-use")
                && OFF_AND_ON.stream().noneMatch(known -> known.compareTo(command.amount()) == 0)) {
            throw new RuleNumberRefused("amount", "party.procedure.card-in-use");
        }
    }
}
