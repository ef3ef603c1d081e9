package io.qiangcun.core.warning;

/** From so many working days after the due date (before it, if negative) a warning has this level and this holder. */
public record WarningStep(
        int workingDays, WarningLevel level, HolderLevel holderLevel, String basisKind, String basisText) {

    /** Whether law or Party regulation demands it: then it may be made stricter, never looser. */
    boolean isBinding() {
        return basisKind.equals("LAW") || basisKind.equals("PARTY_REG");
    }
}
