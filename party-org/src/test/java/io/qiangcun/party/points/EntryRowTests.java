package io.qiangcun.party.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryRowTests {

    private static final PlaceCode VILLAGE = new PlaceCode("990001001201");
    private static final Jurisdiction HERE = Jurisdiction.within(VILLAGE);
    private static final Jurisdiction ABOVE = Jurisdiction.within(new PlaceCode("990001001"));

    @Test
    void anotherPostOfTheBranchDecidesWhereTheRuleLetsIt() {
        assertThat(entry(Approver.BRANCH).undecidableBy(HERE, actor("second", "Bea")))
                .isEmpty();
        assertThat(entry(Approver.TOWNSHIP).undecidableBy(HERE, actor("second", "Bea")))
                .contains("not-your-level");
        assertThat(entry(Approver.TOWNSHIP).undecidableBy(ABOVE, actor("second", "Bea")))
                .isEmpty();
    }

    @Test
    void nobodyDecidesForHimselfUnderAnotherPost() {
        assertThat(entry(Approver.BRANCH).undecidableBy(ABOVE, actor("second", "Writer")))
                .contains("own-entry");
        assertThat(entry(Approver.BRANCH).undecidableBy(ABOVE, actor("first", "Bea")))
                .contains("own-entry");
        assertThat(entry(Approver.BRANCH).undecidableBy(ABOVE, actor("second", "Anna")))
                .contains("about-oneself");
    }

    private static Actor actor(String login, String holder) {
        return new Actor(null, login, login, holder, RoleName.TOWNSHIP, null);
    }

    private static EntryRow entry(Approver approver) {
        return new EntryRow(
                UUID.randomUUID(),
                0,
                VILLAGE.value(),
                UUID.randomUUID(),
                "Branch",
                UUID.randomUUID(),
                "Anna",
                "Rule",
                approver,
                "basis",
                BigDecimal.ONE,
                LocalDate.EPOCH,
                "fact",
                "",
                null,
                null,
                null,
                EntryStatus.ENTERED,
                false,
                Instant.EPOCH,
                "first",
                "Writer",
                null,
                null,
                null,
                null,
                null);
    }
}
