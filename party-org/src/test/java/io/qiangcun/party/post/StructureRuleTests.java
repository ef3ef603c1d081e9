package io.qiangcun.party.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.Sex;
import io.qiangcun.testkit.TestClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StructureRuleTests {

    static final LocalDate TODAY = TestClock.TODAY;

    @Test
    void isMetByOnePersonWithTheFeature() {
        var rule = rule("BOTH", "WOMAN", "PEOPLE", 0);

        assertThat(rule.check(List.of(post(Track.PARTY, Sex.MALE, 40, true)), TODAY, 35)
                        .met())
                .isFalse();
        var check = rule.check(List.of(post(Track.VILLAGERS, Sex.FEMALE, 40, true)), TODAY, 35);
        assertThat(check.met()).isTrue();
        assertThat(check.names()).containsExactly("Name 40");
    }

    @Test
    void countsAsYoungUpToTheDayBeforeTheNextBirthday() {
        var rule = rule("BOTH", "YOUNG", "PEOPLE", 0);
        var turning = TODAY.minusYears(36);

        assertThat(rule.check(List.of(born(turning.plusDays(1))), TODAY, 35).met())
                .isTrue();
        assertThat(rule.check(List.of(born(turning)), TODAY, 35).met()).isFalse();
    }

    @Test
    void wantsMoreThanAShareOfOneBodyOnly() {
        var rule = rule("VILLAGERS", "MEMBER", "PERCENT", 50);
        var member = post(Track.VILLAGERS, Sex.MALE, 40, true);
        var other = post(Track.VILLAGERS, Sex.MALE, 41, false);
        var secretary = post(Track.PARTY, Sex.MALE, 50, true);

        assertThat(rule.check(List.of(member, other, secretary), TODAY, 35).met())
                .isFalse();
        assertThat(rule.check(List.of(member, other, post(Track.VILLAGERS, Sex.MALE, 42, true)), TODAY, 35)
                        .met())
                .isTrue();
    }

    @Test
    void isNotMetByAnEmptyCommittee() {
        assertThat(rule("VILLAGERS", "MEMBER", "PERCENT", 50)
                        .check(List.of(), TODAY, 35)
                        .met())
                .isFalse();
    }

    private static StructureRule rule(String body, String feature, String unit, int moreThan) {
        return new StructureRule("rule", "Rule", body, feature, unit, BigDecimal.valueOf(moreThan), "Basis");
    }

    private static PostRow born(LocalDate day) {
        return row(Track.PARTY, Sex.MALE, "Young", day, true);
    }

    private static PostRow post(Track track, Sex sex, int age, boolean member) {
        return row(track, sex, "Name " + age, TODAY.minusYears(age), member);
    }

    private static PostRow row(Track track, Sex sex, String name, LocalDate born, boolean member) {
        return new PostRow(
                UUID.randomUUID(),
                0,
                "100000000201",
                UUID.randomUUID(),
                name,
                sex,
                born,
                Education.SENIOR_SECONDARY,
                member,
                track,
                PostRole.ORDINARY,
                false,
                PostFixtures.SINCE,
                null,
                null);
    }
}
