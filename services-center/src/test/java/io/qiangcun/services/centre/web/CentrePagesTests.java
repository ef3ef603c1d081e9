package io.qiangcun.services.centre.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.services.centre.CentreView;
import io.qiangcun.services.centre.Centres;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Centres on the screen. Today is 16 November 2026. */
@ApplicationTest
class CentrePagesTests {

    private static final Pattern TAG = Pattern.compile("/tags/([0-9a-f-]{36})/revoke");

    @Autowired
    PlaceTree tree;

    @Autowired
    Centres centres;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private final String id = UUID.randomUUID().toString();
    private final String page = "/services/centres/" + id;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
    }

    @Test
    void anybodyFindsTheCentreThatServesHim() throws Exception {
        write(places.township(), UUID.randomUUID().toString(), places.township(), "Bridge Centre");
        write(places.east(), id, places.east(), "East Centre");

        assertThat(open("")).hasStatusOk().bodyText().contains("Bridge Centre", "East Centre", "Stone Bridge");
        assertThat(open("/" + places.east()))
                .bodyText()
                .contains("East Centre", "周一、周五 08:30—17:00", "/services/ask?place=" + places.east());
        assertThat(open("/" + places.west()))
                .bodyText()
                .contains("Bridge Centre")
                .doesNotContain("East Centre");
        assertThat(open("/999999")).hasStatus(404);
        assertThat(statementsOf(() -> open(""))).hasSizeLessThanOrEqualTo(15);
        assertThat(mvc.get().uri("/services/ask?place=" + places.east()))
                .bodyText()
                .containsPattern("value=\"" + places.east() + "\" selected");
    }

    private MvcTestResult open(String below) {
        return mvc.get().uri("/services/centre" + below).exchange();
    }

    @Test
    void aVillageWritesItsCentreOnceAndOthersDoNotSeeIt() throws Exception {
        assertThat(get(places.county(), "/services/centres")).bodyText().contains("0 / 4", "还有4个地方没有", "登记一个");
        assertThat(write(places.east(), id, places.east(), "East Centre")).hasRedirectedUrl(page);
        assertThat(write(places.east(), id, places.east(), "East Centre")).hasRedirectedUrl(page);

        assertThat(get(places.east(), page)).bodyText().contains("East Centre", "周一、周五 08:30—17:00", "政治引领");
        assertThat(get(places.county(), "/services/centres"))
                .bodyText()
                .contains("East Centre", "1 / 4", "Stone Bridge");
        assertThat(get(places.west(), page)).hasStatus(404);
        assertThat(get(places.west(), "/services/centres")).bodyText().doesNotContain("East Centre");
        assertThat(get(places.west(), "/services/centres?place=" + places.east()))
                .hasStatus(404);
        assertThat(send(places.west(), page + "/close", "version", "0", "on", "2026-11-01", "reason", "No"))
                .hasStatus(404);
        assertThat(write(places.west(), UUID.randomUUID().toString(), places.east(), "Mine"))
                .hasStatus(404);
    }

    @Test
    void whatIsWrongIsSaidAtItsField() throws Exception {
        write(places.east(), id, places.east(), "East Centre");
        assertThat(write(places.east(), UUID.randomUUID().toString(), places.east(), "Second Centre"))
                .hasStatus(422)
                .bodyText()
                .contains("这个地方已经有中心", "Second Centre");
        assertThat(send(
                        places.west(),
                        "/services/centres/new",
                        "id",
                        UUID.randomUUID().toString(),
                        "version",
                        "",
                        "place",
                        places.west().value(),
                        "kind",
                        "CENTRE",
                        "name",
                        "",
                        "address",
                        "Gate",
                        "openedOn",
                        "2027-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("这里要填");
        assertThat(send(places.west(), "/services/centres/new", hours("17:00", "08:30")))
                .hasStatus(422)
                .bodyText()
                .contains("关门要晚于开门");
        assertThat(send(places.west(), "/services/centres/new", hours("08:30", "")))
                .hasStatus(422)
                .bodyText()
                .contains("要一起填写");
    }

    @Test
    void twoWhoChangeItAtOnceMeet() throws Exception {
        write(places.east(), id, places.east(), "East Centre");
        assertThat(edit("0", "Better Centre")).hasRedirectedUrl(page);
        assertThat(edit("0", "Other Centre")).hasStatus(409);
        assertThat(get(places.east(), page)).bodyText().contains("Better Centre");
    }

    @Test
    void theCountyMakesItAnExampleAndTakesThatBackWithAReason() throws Exception {
        write(places.east(), id, places.east(), "East Centre");
        var tag = new String[] {"id", UUID.randomUUID().toString(), "on", "2026-11-02", "basis", "Document 7"};
        assertThat(send(places.east(), page + "/tags", tag)).hasStatus(403);
        assertThat(send(places.county(), page + "/tags", tag)).hasRedirectedUrl(page);
        assertThat(send(places.county(), page + "/tags", tag)).hasRedirectedUrl(page);
        assertThat(get(places.county(), "/services/centres?demonstration=true"))
                .bodyText()
                .contains("East Centre");
        var shown = get(places.county(), page).getResponse().getContentAsString();
        var known = TAG.matcher(shown);
        assertThat(known.find()).isTrue();
        var revoke = page + known.group();
        assertThat(send(places.county(), revoke, "reason", "")).hasStatus(422);
        assertThat(send(places.county(), revoke, "reason", "Closed in winter")).hasRedirectedUrl(page);
        assertThat(send(places.county(), revoke, "reason", "Closed in winter")).hasStatus(409);
        assertThat(get(places.east(), page)).bodyText().contains("Document 7", "Closed in winter");
        assertThat(get(places.county(), "/services/centres?demonstration=true"))
                .bodyText()
                .doesNotContain("East Centre");
    }

    @Test
    void whoWorksThereAndWhoCameIsWrittenDown() throws Exception {
        write(places.east(), id, places.east(), "East Centre");
        assertThat(send(places.east(), page + "/staff", "id", uuid(), "on", "2026-11-02", "name", "Clerk", "duty", ""))
                .hasStatus(422);
        assertThat(send(
                        places.east(),
                        page + "/staff",
                        "id",
                        uuid(),
                        "on",
                        "2026-11-02",
                        "name",
                        "Clerk",
                        "duty",
                        "Desk"))
                .hasRedirectedUrl(page);
        assertThat(send(places.east(), page + "/visits", visit("six"))).hasStatus(422);
        assertThat(send(places.east(), page + "/visits", visit("0"))).hasStatus(422);
        assertThat(send(places.east(), page + "/visits", visit("6"))).hasRedirectedUrl(page);
        assertThat(get(places.east(), page)).bodyText().contains("Clerk", "Desk", "Neighbours");
        assertThat(statementsOf(() -> get(places.county(), page))).hasSizeLessThanOrEqualTo(15);
        assertThat(statementsOf(() -> get(places.county(), "/services/centres")))
                .hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void aClosedOneIsKeptAndThePlaceHasNone() throws Exception {
        write(places.east(), id, places.east(), "East Centre");
        assertThat(send(places.east(), page + "/close", "version", "0", "on", "2026-11-02", "reason", ""))
                .hasStatus(422);
        assertThat(send(places.east(), page + "/close", "version", "0", "on", "2026-11-02", "reason", "Moved"))
                .hasRedirectedUrl(page);
        assertThat(get(places.east(), page)).bodyText().contains("已关闭", "Moved");
        assertThat(edit("1", "Again")).hasStatus(409);
        assertThat(get(places.county(), "/services/centres/missing")).bodyText().contains("East Village");
        assertThat(write(places.east(), UUID.randomUUID().toString(), places.east(), "East Centre"))
                .hasStatus(302);
    }

    @Test
    void thePlaceIsServedByTheNearestCentreAboveIt() throws Exception {
        assertThat(centres.serving(places.east())).isEmpty();
        write(places.county(), id, places.county(), "County Centre");
        assertThat(centres.serving(places.east())).map(CentreView::name).contains("County Centre");
        write(places.east(), UUID.randomUUID().toString(), places.east(), "East Centre");
        assertThat(centres.serving(places.east())).map(CentreView::name).contains("East Centre");
        assertThat(centres.serving(places.west())).map(CentreView::name).contains("County Centre");
        var east = Jurisdiction.within(places.east());
        try (var scope = Scope.as(east)) {
            assertThat(centres.of(east, places.east()))
                    .extracting(CentreView::name)
                    .containsExactly("East Centre");
            assertThat(centres.of(east, places.county())).isEmpty();
            assertThat(centres.serving(places.west())).map(CentreView::name).contains("County Centre");
        }
    }

    @Test
    void theCountyWordsWhatCentresAreFor() throws Exception {
        assertThat(get(places.township(), "/services/centres/functions")).hasStatus(403);
        assertThat(get(places.county(), "/services/centres/functions"))
                .bodyText()
                .contains("政治引领", "为民服务", "基层治理");
        assertThat(mvc.post()
                        .uri("/services/centres/functions")
                        .with(SignedIn.at(places.county()))
                        .param("codes", "politics", "service", "governance", "")
                        .param("titles", "政治引领", "Help", "基层治理", "Reading")
                        .param("explanations", "", "One door, one list", "", "")
                        .param("retired", "2")
                        .exchange())
                .hasRedirectedUrl("/services/centres/functions");
        assertThat(get(places.east(), "/services/centres/new"))
                .bodyText()
                .contains("Help", "Reading")
                .doesNotContain("基层治理", "为民服务");
    }

    @Test
    void theListIsAWorkbook() throws Exception {
        write(places.east(), id, places.east(), "East Centre");
        assertThat(get(places.county(), "/services/centres/export")).hasStatusOk();
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }

    private static String[] visit(String people) {
        return new String[] {
            "id", uuid(), "on", "2026-11-02", "visitors", "Neighbours", "people", people, "topic", "Desk"
        };
    }

    private String[] hours(String from, String until) {
        return new String[] {
            "id",
            uuid(),
            "version",
            "",
            "place",
            places.west().value(),
            "kind",
            "CENTRE",
            "name",
            "West",
            "address",
            "Gate",
            "days",
            "1",
            "openFrom",
            from,
            "openUntil",
            until,
            "openedOn",
            "2026-01-05"
        };
    }

    private MvcTestResult edit(String version, String name) {
        return send(
                places.east(),
                page + "/edit",
                "version",
                version,
                "kind",
                "CENTRE",
                "name",
                name,
                "address",
                "Gate",
                "openedOn",
                "2026-01-05");
    }

    private MvcTestResult write(PlaceCode who, String centre, PlaceCode place, String name) {
        return mvc.post()
                .uri("/services/centres/new")
                .with(SignedIn.at(who))
                .param("id", centre)
                .param("version", "")
                .param("place", place.value())
                .param("kind", "CENTRE")
                .param("name", name)
                .param("address", "By the gate")
                .param("days", "5", "1")
                .param("openFrom", "8：30")
                .param("openUntil", "17:00")
                .param("functions", "politics", "service")
                .param("openedOn", "2026年1月5日")
                .exchange();
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
