package io.qiangcun.economy.dividend;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What a member's part follows from.
 *
 * @param number of the member; members are taken in its order, so that the last cents fall the same way every time
 * @param traded with the cooperative in the year
 */
public record Claim(
        UUID member,
        int number,
        String name,
        BigDecimal traded,
        BigDecimal contributed,
        BigDecimal reserve,
        BigDecimal grants,
        BigDecimal gifts,
        BigDecimal shares,
        BigDecimal mu) {

    /** What counts for the rest (art. 44): a member who owes is counted as none. */
    BigDecimal account() {
        return contributed.add(reserve).add(grants).add(gifts).max(BigDecimal.ZERO);
    }
}
