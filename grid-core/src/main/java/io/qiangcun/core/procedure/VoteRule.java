package io.qiangcun.core.procedure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who must be present and who must agree for a body to decide.
 *
 * @param body what it is called
 * @param attendanceOver how many must attend, as a fraction of those entitled
 * @param attendanceStrict more than the fraction, or at least so many
 * @param passingOf what the share of yes is counted in
 * @param passingStrict more than the fraction, or at least so many
 * @param writtenVotes whether votes handed in in writing count
 * @param noticeDays whole days between the notice and the meeting
 */
public record VoteRule(
        String code,
        String body,
        int attendanceOver,
        int attendanceUnder,
        boolean attendanceStrict,
        int passingOver,
        int passingUnder,
        Base passingOf,
        boolean passingStrict,
        boolean writtenVotes,
        int noticeDays,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String basisKind,
        String basisSource,
        String basisArticle,
        String basisText) {

    /** What a share is counted in. */
    public enum Base {
        /** Who took part. */
        PRESENT,
        /** Who had to attend, present or not. */
        ENTITLED,
        /** Everybody who belongs to the body. */
        ALL_MEMBERS
    }

    public VoteRule {
        if (attendanceUnder < 1 || attendanceOver < 0 || attendanceOver > attendanceUnder) {
            throw new IllegalArgumentException("Not a share of attendance: " + attendanceOver + "/" + attendanceUnder);
        }
        if (passingUnder < 1 || passingOver < 0 || passingOver > passingUnder) {
            throw new IllegalArgumentException("Not a share of votes: " + passingOver + "/" + passingUnder);
        }
    }

    public Basis basis() {
        return new Basis(basisKind, basisSource, basisArticle, basisText);
    }

    /** How many must attend at least. */
    public int attendanceNeeded(Tally tally) {
        return needed(
                base(tally, passingOf == Base.ALL_MEMBERS ? Base.ALL_MEMBERS : Base.ENTITLED),
                attendanceOver,
                attendanceUnder,
                attendanceStrict);
    }

    /** How many must agree at least. */
    public int votesNeeded(Tally tally) {
        return Math.max(1, needed(base(tally, passingOf), passingOver, passingUnder, passingStrict));
    }

    public boolean isQuorate(Tally tally) {
        return tally.present() >= attendanceNeeded(tally);
    }

    public boolean passes(Tally tally) {
        return isQuorate(tally) && tally.yes() >= votesNeeded(tally);
    }

    public boolean wasNoticed(@Nullable LocalDate noticedOn, LocalDate heldOn) {
        return noticeDays == 0
                || noticedOn != null && !noticedOn.plusDays(noticeDays).isAfter(heldOn);
    }

    public boolean isValidOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || validTo.isAfter(day));
    }

    private static int base(Tally tally, Base of) {
        return switch (of) {
            case PRESENT -> tally.cast();
            case ENTITLED -> tally.entitled();
            case ALL_MEMBERS -> tally.members();
        };
    }

    /** The smallest number that is the share of the base, or more than it. */
    static int needed(int base, int over, int under, boolean strict) {
        var product = (long) base * over;
        return Math.toIntExact(strict ? product / under + 1 : (product + under - 1) / under);
    }
}
