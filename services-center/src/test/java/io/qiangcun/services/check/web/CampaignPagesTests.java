package io.qiangcun.services.check.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.register.EnterRow;
import io.qiangcun.core.register.RegisterService;
import io.qiangcun.core.register.RowId;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.services.centre.CentreId;
import io.qiangcun.services.centre.CentreKind;
import io.qiangcun.services.centre.CentreService;
import io.qiangcun.services.centre.WriteCentre;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Campaigns of checks on the screen. Today is 16 November 2026. */
@ApplicationTest
class CampaignPagesTests {

    private static final String STANDARD = "services.centre-check";
    private static final LocalDate OPENED = LocalDate.of(2020, 5, 1);

    @Autowired
    PlaceTree tree;

    @Autowired
    CentreService centres;

    @Autowired
    RegisterService registers;

    @Autowired
    CurrentAccount current;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    List<WarningRule> rules;

    private PlaceFixtures places;
    private final String id = UUID.randomUUID().toString();
    private final String page = "/services/checks/" + id;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        for (var village : List.of(places.east(), places.west())) {
            try (var here = SignedIn.here(database, village, null)) {
                centres.write(
                        current.jurisdiction(),
                        current.actor(),
                        new WriteCentre(
                                CentreId.next(),
                                village,
                                CentreKind.CENTRE,
                                village.equals(places.east()) ? "East Centre" : "West Centre",
                                "Gate",
                                "",
                                "",
                                null,
                                null,
                                "",
                                List.of(),
                                OPENED));
            }
        }
    }

    @Test
    void nobodyIsAskedByAStandardWithoutWords() throws Exception {
        assertThat(get(places.county(), "/services/checks")).bodyText().contains("还有15条待填写", "填写条目");
        assertThat(open("2026-11-20")).hasStatus(422).bodyText().contains("标准还没有填写完");
        word(1);
        assertThat(get(places.county(), "/services/checks")).bodyText().contains("已填写1条，还有14条待填写");
        assertThat(open("2026-11-20")).hasStatus(422);
    }

    @Test
    void everyCentreIsAskedAndAnswersAreCountedFromRows() throws Exception {
        word(15);
        assertThat(send(places.township(), "/services/checks", "id", id, "title", "Autumn", "until", "2026-11-20"))
                .hasStatus(403);
        assertThat(open("2026-11-01")).hasStatus(422).bodyText().contains("不能早于今天");
        assertThat(open("2026-11-20")).hasRedirectedUrl(page);
        assertThat(open("2026-11-20")).hasRedirectedUrl(page);
        assertThat(get(places.county(), page)).bodyText().contains("0 / 2", "East Centre", "West Centre");
        assertThat(unanswered()).containsExactlyInAnyOrder(places.east(), places.west());

        try (var here = SignedIn.here(database, places.east(), null)) {
            registers.enter(
                    current.jurisdiction(),
                    current.actor(),
                    new EnterRow(
                            new RowId(UUID.randomUUID()),
                            STANDARD,
                            places.east(),
                            null,
                            Map.of(
                                    "centre",
                                    "East Centre",
                                    "checkedOn",
                                    "2026-11-16",
                                    "item11",
                                    "met",
                                    "item12",
                                    "met",
                                    "item13",
                                    "unmet"),
                            Map.of()),
                    List.of());
        }
        assertThat(get(places.county(), page)).bodyText().contains("1 / 2", "还有1个没有自查");
        assertThat(get(places.county(), page + "?unanswered=true"))
                .bodyText()
                .contains("West Centre")
                .doesNotContain("East Centre");
        assertThat(get(places.east(), page)).bodyText().contains("1 / 1").doesNotContain("West Centre");
        assertThat(unanswered()).containsExactly(places.west());
        assertThat(get(PlaceFixtures.plantedIn(tree).county(), page)).hasStatus(404);
        assertThat(get(places.county(), page + "/export")).hasStatusOk();
        assertThat(statementsOf(() -> get(places.county(), page))).hasSizeLessThanOrEqualTo(15);

        assertThat(send(places.county(), page + "/end", "reason", "")).hasStatus(422);
        assertThat(send(places.county(), page + "/end", "reason", "Flood")).hasRedirectedUrl(page);
        assertThat(send(places.county(), page + "/end", "reason", "Flood")).hasStatus(409);
        assertThat(unanswered()).isEmpty();
    }

    private List<PlaceCode> unanswered() {
        var rule = rules.stream()
                .filter(known -> known.code().equals("services.check-unanswered"))
                .findFirst()
                .orElseThrow();
        var county = Jurisdiction.within(places.county());
        try (var scope = Scope.as(county)) {
            return Objects.requireNonNull(
                    transaction.execute(status -> rule.findings(county, LocalDate.of(2026, 11, 16))
                            .map(Finding::place)
                            .toList()));
        }
    }

    /** The county names the first items of the standard. */
    private void word(int items) {
        var request = mvc.post()
                .uri("/core/registers/" + STANDARD + "/edit")
                .with(SignedIn.at(places.county()))
                .param("edition", UUID.randomUUID().toString())
                .param("seen", "0")
                .param("reason", "Document 5");
        for (var at = 0; at < items; at++) {
            request = request.param("texts[item%d%d.label]".formatted(at / 3 + 1, at % 3 + 1), "Item " + at);
        }
        assertThat(request.exchange()).hasRedirectedUrl("/core/registers/" + STANDARD + "/definition");
    }

    private MvcTestResult open(String until) {
        return send(places.county(), "/services/checks", "id", id, "title", "Autumn", "until", until);
    }

    private MvcTestResult send(PlaceCode who, String uri, String... fields) {
        var request = mvc.post().uri(uri).with(SignedIn.at(who));
        for (var at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult get(PlaceCode who, String uri) {
        return mvc.get().uri(uri).with(SignedIn.at(who)).exchange();
    }
}
