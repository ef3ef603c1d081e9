package io.qiangcun.economy.bookkeeping;

import java.time.YearMonth;
import java.util.List;

/**
 * What a month has to have before it is closed, and what it should have.
 *
 * @param open whether it takes vouchers
 * @param last whether it is the one that was closed last, which may be opened again
 */
public record MonthEnd(YearMonth month, boolean open, boolean last, List<Check> checks) {

    public MonthEnd {
        checks = List.copyOf(checks);
    }

    /** One thing that is looked at. */
    public enum Subject {
        /** Everything dated in the month counts. */
        VOUCHERS,
        /** The months before it are closed. */
        TURN,
        /** Debits are credits. */
        TRIAL,
        /** Neither cash nor bank is overdrawn. */
        CASH,
        /** Fixed assets were depreciated. */
        DEPRECIATION,
        /** At the end of a year: losses and gains that wait for a decision are cleared. */
        CLEARING,
        /** At the end of a year: income and expenses are transferred. */
        TRANSFER
    }

    /** @param blocks whether the month stays open as long as it is not fine */
    public record Check(Subject subject, boolean fine, boolean blocks, int count) {

        public String messageKey() {
            return "economy.bookkeeping.check." + subject + (fine ? ".fine" : ".missing");
        }

        public String tone() {
            return fine ? "ok" : blocks ? "bad" : "warn";
        }
    }

    /** Whether the vouchers that close the year can be drafted: everything else counts, and something is left to transfer. */
    public boolean isTransfers() {
        return open
                && checks.stream().anyMatch(check -> check.subject() == Subject.TRANSFER && !check.fine())
                && checks.stream().noneMatch(check -> check.subject() == Subject.VOUCHERS && !check.fine());
    }

    /** Whether the months before it are closed. */
    public boolean isInTurn() {
        return checks.stream().noneMatch(check -> check.subject() == Subject.TURN && !check.fine());
    }

    public boolean isReady() {
        return open && checks.stream().noneMatch(check -> check.blocks() && !check.fine());
    }
}
