package io.qiangcun.grid.gridevent.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.place.PlaceTree.NewPlace;
import io.qiangcun.grid.network.GridDetails;
import io.qiangcun.grid.network.GridTakeover;
import io.qiangcun.grid.network.GridType;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.Sheets;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.StatementCounter;
import io.qiangcun.testkit.TestClock;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The year of a real county: one county, eleven townships, 322 villages, 2,901 micro-grids, 22,797 events. */
@ApplicationTest
class EventImportTests {

    private static final int TOWNSHIPS = 11;
    private static final int VILLAGES = 322;
    private static final int MICRO_GRIDS = 2901;
    private static final int EVENTS = 22_797;

    private static final List<String> HEADINGS =
            List.of("村（必填）", "网格", "类别", "什么事", "上报日期", "结案日期", "当场解决", "办理结果", "办理人", "核查人");

    @Autowired
    PlaceTree tree;

    @Autowired
    GridTakeover grids;

    @Autowired
    Metrics metrics;

    @Autowired
    CurrentAccount account;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private Jurisdiction county;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        county = Jurisdiction.within(places.county());
    }

    @Test
    void aYearOfARealCountyIsCountedExactly() throws Exception {
        var villages = growNet();
        var rows = new ArrayList<List<String>>();
        for (var n = 0; n < EVENTS; n++) {
            var reported = LocalDate.of(2026, 1 + n % 10, 1 + n % 15);
            var onSpot = n % 4 == 0;
            // one in ten is done after twenty days: later than any village may take
            var closed = onSpot ? reported : reported.plusDays(n % 10 == 1 ? 20 : n % 2);
            rows.add(List.of(
                    villages.get(n % villages.size()).value(),
                    n % 3 == 0 ? "Grid" : "",
                    n % 5 == 0 ? "0501" : "路灯",
                    "Matter " + n / 7,
                    reported.toString(),
                    closed.toString(),
                    onSpot ? "是" : "",
                    "Settled",
                    n % 2 == 0 ? "Handler" : "",
                    ""));
        }
        var late = rows.stream()
                .filter(row -> LocalDate.parse(row.get(5))
                        .isEqual(LocalDate.parse(row.get(4)).plusDays(20)))
                .count();

        var looked = upload(rows);
        assertThat(text(looked).contains("检查通过，共 22,797 条")).isTrue();
        var statements = StatementCounter.statementsOf(
                () -> assertThat(confirm(text(looked))).redirectedUrl().isEqualTo("/grid/events"));

        // two batches for every five hundred events, and what is read once
        assertThat(statements).hasSizeLessThan(400);
        assertThat(year("grid.events-reported")).isEqualTo(EVENTS);
        assertThat(year("grid.events-closed")).isEqualTo(EVENTS);
        assertThat(year("grid.events-on-spot")).isEqualTo((EVENTS + 3) / 4);
        assertThat(year("grid.events-closed-in-time")).isEqualTo(EVENTS - late);
        assertThat(get("/grid/events?show=over")).bodyText().contains("共 22,797");
        assertThat(get("/grid/events")).bodyText().contains("未结 0 件");
        assertThat(get("/grid/network")).bodyText().contains("1 个本级 + 11 个下级 + 322 个网格 + 2,901 个微网格");
    }

    @Test
    void theSameListSentAgainDoublesNothing() throws Exception {
        var twice =
                List.of("East Village", "", "0501", "Rubbish", "2026-03-02", "2026-03-03", "", "Taken away", "", "");
        for (var time = 0; time < 2; time++) {
            assertThat(confirm(text(upload(List.of(twice, twice))))).hasStatus3xxRedirection();
        }

        assertThat(get("/grid/events?show=over")).bodyText().contains("共 2");
    }

    @Test
    void oneWrongLineKeepsAllOthersOut() throws Exception {
        var wrong = upload(List.of(
                List.of("East Village", "", "0501", "Rubbish", "2026-03-02", "2026-03-03", "", "Taken away", "", ""),
                List.of("Nowhere", "", "0501", "Rubbish", "2026-03-02", "2026-03-03", "", "Taken away", "", "")));
        assertThat(Sheets.rowsOffered(text(wrong)))
                .anySatisfy(row -> assertThat(row).contains("系统中没有“Nowhere”"));

        var later = upload(List.of(
                List.of("East Village", "", "9", "Rubbish", "2026-03-02", "2026-03-03", "", "Taken away", "", ""),
                List.of("East Village", "", "0501", "", "2026-03-02", "2026-03-03", "", "Taken away", "", "")));
        assertThat(later).hasStatus(422);

        var together = upload(List.of(
                List.of("East Village", "", "垃圾", "Rubbish", "2026-03-02", "2026-03-01", "", "Away", "", ""),
                List.of("East Village", "", "0501", "Rubbish", "2026-03-02", "2026-12-24", "", "Away", "", ""),
                List.of("East Village", "", "0501", "Rubbish", "2019-03-02", "2019-03-03", "", "Away", "", ""),
                List.of("East Village", "", "0501", "Rubbish", "2026-03-02", "2026-03-03", "是", "Away", "", ""),
                List.of("East Village", "", "0501", "Rubbish", "2026-03-02", "2026-03-03", "", "Away", "Me", "Me")));
        assertThat(together).hasStatus(422);
        assertThat(Sheets.rowsOffered(text(together)))
                .anySatisfy(row -> assertThat(row).contains("早于上报日期"))
                .anySatisfy(row -> assertThat(row).contains("还没有到"))
                .anySatisfy(row -> assertThat(row).contains("只能导入"))
                .anySatisfy(row -> assertThat(row).contains("与上报日期相同"))
                .anySatisfy(row -> assertThat(row).contains("不能核查、评价自己办理的事"));
        assertThat(get("/grid/events?show=over")).bodyText().doesNotContain("Rubbish");
    }

    @Test
    void onlyTheCountyTakesEventsOver() {
        assertThat(mvc.get().uri("/grid/events/import").with(SignedIn.at(places.township())))
                .hasStatus(403);
        assertThat(mvc.get().uri("/grid/events").with(SignedIn.at(places.township())))
                .bodyText()
                .doesNotContain("导入已结案事件");
    }

    private long year(String code) {
        try (var scope = Scope.as(county)) {
            return Stream.iterate(YearMonth.of(2026, 1), month -> month.plusMonths(1))
                    .limit(TestClock.TODAY.getMonthValue())
                    .mapToLong(month -> number(month, code))
                    .sum();
        }
    }

    private long number(YearMonth month, String code) {
        var value = Objects.requireNonNull(
                metrics.values(county, places.county(), month, List.of(code)).get(code));
        return Objects.requireNonNull(value.number()).longValueExact();
    }

    private List<PlaceCode> growNet() {
        var villages = new ArrayList<>(List.of(places.east(), places.west()));
        try (var here = SignedIn.here(database, places.county(), null)) {
            var grown = new ArrayList<NewPlace>();
            for (var township = 2; township <= TOWNSHIPS; township++) {
                grown.add(place(places.county().child("%03d".formatted(township)), PlaceCategory.TOWNSHIP));
            }
            for (var number = villages.size(); number < VILLAGES; number++) {
                var village = places.county()
                        .child("%03d".formatted(1 + number % TOWNSHIPS))
                        .child("%03d".formatted(203 + number / TOWNSHIPS));
                grown.add(place(village, PlaceCategory.VILLAGE));
                villages.add(village);
            }
            tree.growAll(county, grown);
            var net = new ArrayList<GridTakeover.Entry>();
            villages.forEach(village -> net.add(grid(net.size(), village, null, "Grid")));
            for (var part = 0; part < MICRO_GRIDS; part++) {
                net.add(grid(net.size(), villages.get(part % villages.size()), "Grid", "Part " + part));
            }
            assertThat(grids.take(county, account.actor(), net)).isEmpty();
        }
        return villages;
    }

    private static NewPlace place(PlaceCode code, PlaceCategory category) {
        return new NewPlace(code, category, "Place " + code, LocalDate.EPOCH);
    }

    private static GridTakeover.Entry grid(int line, PlaceCode village, @Nullable String above, String name) {
        return new GridTakeover.Entry(
                line,
                village,
                above,
                null,
                name,
                new GridDetails(GridType.COMPREHENSIVE, 60, 200, null, null),
                LocalDate.of(2022, 3, 1));
    }

    private MvcTestResult upload(List<List<String>> rows) {
        return mvc.post()
                .uri("/grid/events/import")
                .multipart()
                .file(new MockMultipartFile("file", "events.xlsx", null, Sheets.filled(HEADINGS, rows)))
                .param("id", UUID.randomUUID().toString())
                .with(SignedIn.at(places.county()))
                .exchange();
    }

    private MvcTestResult confirm(String page) {
        return mvc.post()
                .uri("/grid/events/import/confirm")
                .param("id", hidden(page, "id"))
                .param("sheet", hidden(page, "sheet"))
                .with(SignedIn.at(places.county()))
                .exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(SignedIn.at(places.county())).exchange();
    }

    private static String hidden(String page, String field) {
        var input =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]*+)\"").matcher(page);
        assertThat(input.find()).as(field).isTrue();
        return input.group(1);
    }

    private static String text(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
