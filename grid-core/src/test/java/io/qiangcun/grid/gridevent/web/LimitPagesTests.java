package io.qiangcun.grid.gridevent.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.grid.gridevent.EventFixtures;
import io.qiangcun.grid.gridevent.EventFixtures.Net;
import io.qiangcun.grid.gridevent.GridEventId;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class LimitPagesTests {

    @Autowired
    EventFixtures fixtures;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestClock clock;

    private Net net;

    @BeforeEach
    void plant() {
        net = fixtures.plant();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void showsEveryKindWithItsLimitsAndWhatTheyRestOn() {
        assertThat(get("/grid/limits", net.village()))
                .hasStatusOk()
                .bodyText()
                .contains("安全隐患", "2小时", "24小时", "3个工作日", "15个工作日", "保密");
        assertThat(get("/grid/limits/08", net.village()))
                .bodyText()
                .contains("困境儿童", "困境儿童从快受理")
                .doesNotContain("设定本县的时限");
        assertThat(get("/grid/limits/99", net.village())).hasStatus(404);
        assertThat(get("/grid/limits/export", net.village())).hasStatusOk();
    }

    @Test
    void aCountysOwnLimitCountsForWhatIsReportedFromTheDayOn() {
        var before = fixtures.reportedAt(net.grid(), "0501");
        assertThat(set("05", "0501", "TRIAGE", "12", "HOURS", "2026-11-17"))
                .redirectedUrl()
                .isEqualTo("/grid/limits/05");

        assertThat(due(before)).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        clock.advance(Duration.ofDays(1));
        var after = fixtures.reportedAt(net.grid(), "0501");
        var other = fixtures.reportedAt(net.grid(), "0502");
        assertThat(due(after)).isEqualTo(clock.instant().plus(Duration.ofHours(12)));
        assertThat(due(other)).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        assertThat(get("/grid/limits/05", net.county())).bodyText().contains("12小时", "县规定", "2026-11-17 起");
    }

    @Test
    void aGeneralLimitOfTheCountyLeavesTheShortOnesForHazardsAlone() {
        assertThat(set("all", "", "TRIAGE", "12", "HOURS", "2026-11-17")).hasStatus3xxRedirection();
        clock.advance(Duration.ofDays(1));

        var hazard = fixtures.reportedAt(net.grid(), "0201");
        assertThat(due(hazard)).isEqualTo(clock.instant().plus(Duration.ofHours(2)));
    }

    @Test
    void saysAtItsFieldWhatCannotBeSet() {
        assertThat(set("05", "0501", "TRIAGE", "12", "HOURS", "2026-11-16"))
                .hasStatus(422)
                .bodyText()
                .contains("最早从明天起生效");
        assertThat(set("05", "0601", "TRIAGE", "0", "HOURS", "2026-11-20"))
                .hasStatus(422)
                .bodyText()
                .contains("没有这个类别", "1到1,000之间");
        set("05", "0501", "TRIAGE", "12", "HOURS", "2026-11-20");
        assertThat(set("05", "0501", "TRIAGE", "6", "HOURS", "2026-11-19"))
                .hasStatus(422)
                .bodyText()
                .contains("请填写更晚的日期");
    }

    @Test
    void nobodyButTheCountySetsThemAndNobodyEditsWhatWas() {
        assertThat(send(net.township(), "05", "0501", "TRIAGE", "12", "HOURS", "2026-11-17"))
                .hasStatus(403);
        set("05", "0501", "TRIAGE", "12", "HOURS", "2026-11-17");
        var elsewhere = fixtures.plant();

        assertThat(get("/grid/limits/05", elsewhere.county())).bodyText().doesNotContain("12小时");
        assertThatThrownBy(() -> fixtures.sql(net.county(), "update grid_event_limit set amount = 99"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> fixtures.sql(net.county(), """
                        insert into grid_event_limit (level, amount, pace, basis_kind, basis_source, valid_from)
                        values ('TRIAGE', 99, 'HOURS', 'LOCAL', 'x', '2026-11-20')
                        """)).isInstanceOf(DataAccessException.class);
    }

    private @Nullable Instant due(GridEventId id) {
        return fixtures.view(net.village(), id).row().dueAt();
    }

    private MvcTestResult set(String group, String kind, String level, String amount, String pace, String from) {
        return send(net.county(), group, kind, level, amount, pace, from);
    }

    private MvcTestResult send(
            PlaceCode place, String group, String kind, String level, String amount, String pace, String from) {
        return mvc.post()
                .uri("/grid/limits/" + group)
                .param("id", UUID.randomUUID().toString())
                .param("kind", kind)
                .param("level", level)
                .param("amount", amount)
                .param("pace", pace)
                .param("validFrom", from)
                .param("basis", "County decision")
                .with(SignedIn.at(place))
                .exchange();
    }

    private MvcTestResult get(String address, PlaceCode place) {
        return mvc.get().uri(address).with(SignedIn.at(place)).exchange();
    }
}
