package io.qiangcun.core.number.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class RuleNumberPagesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private static final String SILENT = "grid.broadcast.silent-hours";

    @Autowired
    PlaceTree tree;

    @Autowired
    RuleParameters parameters;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester mvc;

    PlaceFixtures places;
    PlaceFixtures others;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        others = PlaceFixtures.plantedIn(tree);
    }

    @Test
    void everybodyReadsTheNumbersWithTheirBasisAndDays() {
        assertThat(get(places.east(), ""))
                .hasStatusOk()
                .bodyText()
                .contains("广播终端多久没有连接视为失联", "24", "2020-01-01", "可按本地规定调整", "《自然灾害救助条例》")
                .doesNotContain("core.number.of.");
        assertThat(get(places.east(), "/" + SILENT))
                .hasStatusOk()
                .bodyText()
                .contains("现行数值", "24")
                .doesNotContain("确定本地数值");
        assertThat(get(places.county(), "/export")).hasStatusOk();
        assertThat(get(places.county(), "/grid.no-such")).hasStatus(404);
        assertThat(get(places.county(), "/core.slip-days"))
                .hasStatusOk()
                .bodyText()
                .contains("60", "查询凭条的有效期");
    }

    @Test
    void aCountysOwnNumberCountsFromItsDayOnAndForItsPlacesOnly() {
        assertThat(set(places.county(), SILENT, "12", "2026-12-01", "County order 7"))
                .hasStatus(302);

        assertThat(number(places.east(), SILENT, TODAY)).isEqualTo(24);
        assertThat(number(places.east(), SILENT, LocalDate.of(2026, 12, 1))).isEqualTo(12);
        assertThat(number(places.county(), SILENT, LocalDate.of(2030, 1, 1))).isEqualTo(12);
        assertThat(number(others.east(), SILENT, LocalDate.of(2026, 12, 1))).isEqualTo(24);
        assertThat(get(places.east(), "/" + SILENT)).bodyText().contains("12", "County order 7", "未到执行日期");
        assertThat(get(others.county(), "/" + SILENT)).bodyText().doesNotContain("County order 7");
    }

    @Test
    void aLaterNumberTakesOverFromAnEarlier() {
        set(places.county(), SILENT, "12", "2026-11-16", "First");
        assertThat(set(places.county(), SILENT, "6", "2026-11-16", "Same day"))
                .hasStatus(422)
                .bodyText()
                .contains("执行日期应晚于上一次确定的日期（2026-11-16）", "Same day");
        assertThat(set(places.county(), SILENT, "6", "2027-01-01", "Second")).hasStatus(302);

        assertThat(number(places.east(), SILENT, TODAY)).isEqualTo(12);
        assertThat(number(places.east(), SILENT, LocalDate.of(2026, 12, 31))).isEqualTo(12);
        assertThat(number(places.east(), SILENT, LocalDate.of(2027, 1, 1))).isEqualTo(6);
        assertThat(get(places.east(), "")).bodyText().contains("本地已确定", "First");
    }

    @Test
    void neverLooserThanTheLawAndNeverForAnother() {
        assertThat(set(places.county(), "grid.incident.follow-up-hours", "48", "2026-12-01", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("不能高于 24");
        assertThat(set(places.county(), "grid.incident.follow-up-hours", "12", "2026-12-01", "x"))
                .hasStatus(302);
        assertThatThrownBy(() -> write(places.county(), "grid.incident.purge-months", 12))
                .hasStackTraceContaining("looser than the text");
        assertThatThrownBy(() -> write(others.county(), SILENT, 12)).hasStackTraceContaining("row-level security");
    }

    @Test
    void whatIsTypedIsKeptAndWhatIsWrongIsSaidAtTheField() {
        assertThat(set(places.county(), SILENT, "many", "2026-11-15", ""))
                .hasStatus(422)
                .bodyText()
                .contains("many", "请写明依据");
        assertThat(set(places.county(), SILENT, "12", "2026-11-15", "Paper"))
                .hasStatus(422)
                .bodyText()
                .contains("执行日期不能早于今天（2026-11-16）", "Paper");
        assertThat(set(places.county(), SILENT, "0", "2026-11-16", "Paper"))
                .hasStatus(422)
                .bodyText()
                .contains("不能低于 1");
        assertThat(set(places.county(), SILENT, "10001", "2026-11-16", "Paper"))
                .hasStatus(422)
                .bodyText()
                .contains("不能高于 10,000");
    }

    @Test
    void onlyTheCountySetsAndOnceOnly() {
        assertThat(set(places.township(), SILENT, "12", "2026-12-01", "x")).hasStatus(403);
        assertThat(set(places.east(), SILENT, "12", "2026-12-01", "x")).hasStatus(403);
        var id = UUID.randomUUID().toString();
        assertThat(set(places.county(), SILENT, "12", "2026-12-01", "x", id)).hasStatus(302);
        assertThat(set(places.county(), SILENT, "12", "2026-12-01", "x", id)).hasStatus(302);
    }

    private void write(PlaceCode within, String code, int amount) {
        try (var scope = Scope.as(Jurisdiction.within(places.county()))) {
            transaction.executeWithoutResult(status -> database.sql("""
                            insert into rule_parameter_version (code, within, valid_from, amount, basis, source)
                            values (:code, :within, '2027-12-01', :amount, 'LOCAL', 'x')
                            """)
                    .param("code", code)
                    .param("within", within.value())
                    .param("amount", amount)
                    .update());
        }
    }

    private int number(PlaceCode place, String code, LocalDate on) {
        try (var scope = Scope.as(Jurisdiction.within(place))) {
            return parameters.wholeNumber(code, on);
        }
    }

    private MvcTestResult get(PlaceCode place, String path) {
        return mvc.get().uri("/core/numbers" + path).with(SignedIn.at(place)).exchange();
    }

    private MvcTestResult set(PlaceCode place, String code, String amount, String from, String basis) {
        return set(place, code, amount, from, basis, UUID.randomUUID().toString());
    }

    private MvcTestResult set(PlaceCode place, String code, String amount, String from, String basis, String id) {
        return mvc.post()
                .uri("/core/numbers/" + code)
                .param("id", id)
                .param("amount", amount)
                .param("validFrom", from)
                .param("basis", basis)
                .with(SignedIn.at(place))
                .exchange();
    }
}
