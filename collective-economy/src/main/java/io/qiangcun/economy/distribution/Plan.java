package io.qiangcun.economy.distribution;

import io.qiangcun.core.error.Problem;
import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What is proposed to be done with a result.
 *
 * @param covered reserve that covers losses
 * @param percent of the reserve, by the articles
 * @param members handed to the members by their shares
 * @param others handed to others, e.g. outside investors
 */
record Plan(Result result, Money covered, BigDecimal percent, Money members, Money others) {

    Money reserve() {
        return result.reserve(percent);
    }

    /** What stays for next year. */
    Money kept() {
        return result.total().plus(covered).minus(reserve()).minus(members).minus(others);
    }

    /** @param shares of all members together */
    List<Problem> problems(BigDecimal shares) {
        var problems = new ArrayList<Problem>();
        if (covered.compareTo(result.coverable()) > 0) {
            problems.add(DistributionRefused.at("covered", "covers-too-much", result.coverable()));
        }
        if (kept().signum() < 0 && !(reserve().plus(members).plus(others)).isZero()) {
            problems.add(DistributionRefused.at(
                    members.isZero() ? "others" : "members", "too-much", result.distributable(), kept().negate()));
        }
        if (!members.isZero() && shares.signum() == 0) {
            problems.add(DistributionRefused.at("members", "no-shares"));
        }
        return problems;
    }
}
