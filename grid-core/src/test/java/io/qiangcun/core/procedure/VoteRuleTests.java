package io.qiangcun.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.procedure.VoteRule.Base;
import java.time.LocalDate;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quorums to the person, and a tally that cannot contradict itself. */
class VoteRuleTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);

    @ParameterizedTest
    @CsvSource({
        "10, 1, 2, false, 5", "10, 1, 2, true, 6", "11, 1, 2, false, 6", "11, 1, 2, true, 6",
        "9, 2, 3, false, 6", "10, 2, 3, false, 7", "9, 2, 3, true, 7", "10, 4, 5, true, 9",
        "10, 4, 5, false, 8", "1, 1, 2, false, 1", "1, 1, 2, true, 1", "3, 2, 3, false, 2"
    })
    void aShareIsCountedToThePerson(int base, int over, int under, boolean strict, int needed) {
        assertThat(VoteRule.needed(base, over, under, strict)).isEqualTo(needed);
    }

    @Property(tries = 1000)
    void oneLessIsNeverEnough(
            @ForAll @IntRange(min = 1, max = 100000) int base,
            @ForAll @IntRange(min = 1, max = 9) int over,
            @ForAll @IntRange(min = 0, max = 9) int more,
            @ForAll boolean strict) {
        var under = over + more;
        var needed = VoteRule.needed(base, over, under, strict);

        assertThat(holds(needed, base, over, under, strict)).isTrue();
        assertThat(holds(needed - 1, base, over, under, strict)).isFalse();
    }

    @Property(tries = 1000)
    void aDecisionPassesAtItsThresholdAndNotOneBelow(
            @ForAll @IntRange(min = 1, max = 400) int members,
            @ForAll @IntRange(min = 0, max = 20) int away,
            @ForAll @IntRange(min = 0, max = 4) int over,
            @ForAll boolean strict,
            @ForAll Base of) {
        var rule = rule(over, 5, strict, over, 5, of, strict, true, 0);
        var entitled = Math.max(1, members - away);
        var present = rule.attendanceNeeded(new Tally(members, entitled, 0, 0, 0, 0, 0));
        Assume.that(present >= 1 && present <= entitled);
        var yes = rule.votesNeeded(new Tally(members, entitled, present, 0, 0, 0, 0));
        Assume.that(yes <= present);

        assertThat(rule.passes(new Tally(members, entitled, present, 0, yes, present - yes, 0)))
                .isTrue();
        assertThat(rule.passes(new Tally(members, entitled, present, 0, yes - 1, present - yes + 1, 0)))
                .as("one vote less")
                .isFalse();
        if (yes <= present - 1) {
            assertThat(rule.passes(new Tally(members, entitled, present - 1, 1, yes, 0, 0)))
                    .as("one fewer in the room")
                    .isFalse();
        }
    }

    private static boolean holds(int part, int base, int over, int under, boolean strict) {
        var difference = (long) part * under - (long) base * over;
        return strict ? difference > 0 : difference >= 0;
    }

    @Test
    void membersDecideByMoreThanHalfOfThoseWhoHadToCome() {
        var rule = rule(1, 2, false, 1, 2, Base.ENTITLED, true, false, 0);

        assertThat(rule.passes(new Tally(20, 20, 10, 0, 10, 0, 0))).isFalse();
        assertThat(rule.passes(new Tally(20, 20, 11, 0, 11, 0, 0))).isTrue();
        assertThat(rule.passes(new Tally(20, 19, 10, 0, 10, 0, 0))).isTrue();
        assertThat(rule.isQuorate(new Tally(20, 20, 9, 0, 9, 0, 0))).isFalse();
    }

    @Test
    void writtenVotesCountButMakeNoQuorum() {
        var rule = rule(1, 2, false, 1, 2, Base.ENTITLED, true, true, 0);

        assertThat(rule.passes(new Tally(20, 20, 10, 1, 11, 0, 0))).isTrue();
        assertThat(rule.isQuorate(new Tally(20, 20, 9, 11, 20, 0, 0))).isFalse();
    }

    @Test
    void villagersDecideByMoreThanHalfOfThosePresent() {
        var rule = rule(1, 2, true, 1, 2, Base.PRESENT, true, false, 10);

        assertThat(rule.passes(new Tally(300, 300, 150, 0, 150, 0, 0))).isFalse();
        assertThat(rule.passes(new Tally(300, 300, 151, 0, 76, 75, 0))).isTrue();
        assertThat(rule.passes(new Tally(300, 300, 152, 0, 76, 76, 0))).isFalse();
        assertThat(rule.wasNoticed(DAY.minusDays(10), DAY)).isTrue();
        assertThat(rule.wasNoticed(DAY.minusDays(9), DAY)).isFalse();
        assertThat(rule.wasNoticed(null, DAY)).isFalse();
    }

    @Test
    void theCollectiveDecidesByTwoThirdsOfAllItsMembers() {
        var rule = rule(2, 3, false, 2, 3, Base.ALL_MEMBERS, false, true, 0);

        assertThat(rule.passes(new Tally(300, 280, 200, 0, 200, 0, 0))).isTrue();
        assertThat(rule.passes(new Tally(300, 280, 200, 0, 199, 1, 0))).isFalse();
        assertThat(rule.isQuorate(new Tally(300, 280, 199, 0, 199, 0, 0))).isFalse();
    }

    @Test
    void anElectionNeedsMoreThanFourFifths() {
        var rule = rule(4, 5, true, 1, 2, Base.PRESENT, true, false, 0);

        assertThat(rule.isQuorate(new Tally(50, 50, 40, 0, 40, 0, 0))).isFalse();
        assertThat(rule.isQuorate(new Tally(50, 50, 41, 0, 40, 0, 0))).isTrue();
    }

    @Test
    void nobodyAgreesIsNeverAgreement() {
        var rule = rule(0, 1, false, 0, 1, Base.PRESENT, false, false, 0);

        assertThat(rule.passes(new Tally(5, 5, 5, 0, 0, 0, 5))).isFalse();
    }

    @Property(tries = 1000)
    void aTallyAddsUpOrIsNone(
            @ForAll @IntRange(min = -1, max = 12) int members,
            @ForAll @IntRange(min = -1, max = 12) int entitled,
            @ForAll @IntRange(min = -1, max = 12) int present,
            @ForAll @IntRange(min = -1, max = 12) int written,
            @ForAll @IntRange(min = -1, max = 12) int yes,
            @ForAll @IntRange(min = -1, max = 12) int no) {
        var possible = members >= 1
                && entitled >= 1
                && entitled <= members
                && present >= 0
                && written >= 0
                && present + written <= entitled
                && yes >= 0
                && no >= 0
                && yes + no <= present + written;

        if (possible) {
            assertThat(new Tally(members, entitled, present, written, yes, no, 0).cast())
                    .isLessThanOrEqualTo(entitled);
        } else {
            assertThatThrownBy(() -> new Tally(members, entitled, present, written, yes, no, 0))
                    .isInstanceOf(TallyImpossible.class);
        }
    }

    private static VoteRule rule(
            int attendanceOver,
            int attendanceUnder,
            boolean attendanceStrict,
            int passingOver,
            int passingUnder,
            Base of,
            boolean passingStrict,
            boolean written,
            int notice) {
        return new VoteRule(
                "test.rule",
                "Body",
                attendanceOver,
                attendanceUnder,
                attendanceStrict,
                passingOver,
                passingUnder,
                of,
                passingStrict,
                written,
                notice,
                LocalDate.EPOCH,
                null,
                "LAW",
                "Law",
                "",
                "");
    }
}
