package io.qiangcun.core.number;

import io.qiangcun.core.number.RuleNumbers.SetNumber;
import java.math.BigDecimal;
import java.util.Map;

/** Keeps numbers in step with each other; a module contributes one where the text of a single number does not say enough. */
public interface NumberGuard {

    /**
     * @param inForce what counts today, by code
     * @throws RuleNumberRefused if the number does not go with the others
     */
    void check(SetNumber command, Map<String, BigDecimal> inForce);
}
