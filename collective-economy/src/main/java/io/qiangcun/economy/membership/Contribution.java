package io.qiangcun.economy.membership;

import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;

/**
 * What a member brings.
 *
 * @param object what it is; may be empty for money
 * @param mu of land; nought for anything else
 * @param amount what it was agreed to be worth
 * @param shares how many it counts for
 */
public record Contribution(
        ContributionKind kind, Source source, String object, BigDecimal mu, Money amount, BigDecimal shares) {

    public Contribution {
        if (amount.signum() < 0 || shares.signum() < 0 || mu.signum() < 0) {
            throw new MembershipRefused("amount", "negative");
        }
        if (amount.signum() == 0 && shares.signum() == 0) {
            throw new MembershipRefused("amount", "nothing");
        }
        if (kind == ContributionKind.LAND && mu.signum() == 0) {
            throw new MembershipRefused("mu", "no-mu");
        }
        if (kind != ContributionKind.LAND && mu.signum() > 0) {
            throw new MembershipRefused("mu", "mu-of-nothing");
        }
    }
}
