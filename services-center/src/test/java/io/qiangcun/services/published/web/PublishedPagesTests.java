package io.qiangcun.services.published.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.attachment.SampleFiles;
import io.qiangcun.core.attachment.Upload;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.register.EnterRow;
import io.qiangcun.core.register.RegisterQueries;
import io.qiangcun.core.register.RegisterService;
import io.qiangcun.core.register.RowId;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a county shows of its registers to everybody. Today is 16 November 2026. */
@ApplicationTest
class PublishedPagesTests {

    private static final Pattern PHOTO = Pattern.compile("href=\"(/services/projects/photos/[^\"]+)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PlaceTree tree;

    @Autowired
    RegisterService registers;

    @Autowired
    RegisterQueries queries;

    @Autowired
    CurrentAccount current;

    @Autowired
    JdbcClient database;

    private PlaceFixtures places;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
    }

    @Test
    void anybodySeesHowFarTheProjectsOfTheYearAre() {
        project("Warm rooms", "2026-01-20", Map.of("progress", "Half of the pipes lie", "doneOn", ""));
        project("New bus", "2026-01-20", Map.of("doneOn", "2026-06-01", "resultPublishedOn", "2026-06-20"));

        assertThat(get("/services/projects"))
                .hasStatusOk()
                .bodyText()
                .contains("2026年", "共2件，已完成1件", "Warm rooms", "正在办", "Half of the pipes lie", "已完成 2026-06-01");
    }

    @Test
    void aDayThatHasNotComeIsNotPublishedNorIsWhatAnotherCountyDoes() {
        project("Next year's road", "2026-12-01", Map.of());

        assertThat(get("/services/projects")).bodyText().contains("还没有公布").doesNotContain("road");
        var other = PlaceFixtures.plantedIn(tree).county();
        project("Warm rooms", "2026-01-20", Map.of());
        assertThat(mvc.get().uri("/services/projects?at=" + other).exchange())
                .bodyText()
                .doesNotContain("Warm rooms");
    }

    @Test
    void itsPhotosAreShownToAnybodyUntilItIsVoided() {
        var row = project("Warm rooms", "2026-01-20", Map.of(), photo());
        var page = get("/services/projects");
        var found = PHOTO.matcher(body(page));
        assertThat(found.find()).isTrue();
        var photo = found.group(1);

        assertThat(mvc.get().uri(photo).exchange()).hasStatusOk().hasContentType("image/jpeg");
        assertThat(mvc.get()
                        .uri(photo.replaceAll("at=.*", "at=" + otherCounty()))
                        .exchange())
                .hasStatus(404);
        try (var here = SignedIn.here(database, places.county(), null)) {
            var version = queries.show(current.jurisdiction(), row).version();
            registers.declareVoid(current.jurisdiction(), current.actor(), row, version, "Twice");
        }
        assertThat(mvc.get().uri(photo).exchange()).hasStatus(404);
        assertThat(get("/services/projects")).bodyText().doesNotContain("Warm rooms");
    }

    @Test
    void anybodySeesWhereToGoAndNobodyIsNamed() throws Exception {
        enter(
                "services.culture-venue",
                places.county(),
                Map.of(
                        "kind", "museum",
                        "name", "Museum of plants",
                        "introduction", "Two thousand plants",
                        "hours", "9:00",
                        "listedOn", "2026-01-01"));
        enter(
                "services.culture-facility",
                places.east(),
                Map.of("kind", "library", "name", "Steppe books", "keeper", "Old Li", "openedOn", "2026-01-01"));
        enter(
                "services.culture-facility",
                places.east(),
                Map.of("kind", "room", "name", "Closed room", "openedOn", "2020-01-01", "closedOn", "2025-01-01"));

        assertThat(get("/services/venues"))
                .hasStatusOk()
                .bodyText()
                .contains("Museum of plants", "博物馆", "Two thousand plants", "草原书屋", "Steppe books", "East Village")
                .doesNotContain("Old Li")
                .doesNotContain("Closed room");
        assertThat(statementsOf(() -> get("/services/venues"))).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void whoHasThePageAlreadyGetsNoSecondOne() {
        project("Warm rooms", "2026-01-20", Map.of());
        var page = "/services/projects?at=" + places.county();
        var tag = requireNonNull(mvc.get().uri(page).exchange().getResponse().getHeader("ETag"));

        assertThat(mvc.get().uri(page).header("If-None-Match", tag).exchange()).hasStatus(304);
        project("New bus", "2026-01-20", Map.of());
        assertThat(mvc.get().uri(page).header("If-None-Match", tag).exchange()).hasStatusOk();
    }

    private RowId project(String name, String publishedOn, Map<String, String> more, Upload... uploads) {
        var typed = new HashMap<>(Map.of(
                "year", "2026",
                "name", name,
                "lead", "Bureau",
                "target", "All of them",
                "publishedOn", publishedOn,
                "publishedIn", "Site"));
        typed.putAll(more);
        return enter("services.livelihood-project", places.county(), typed, uploads);
    }

    private RowId enter(String register, PlaceCode place, Map<String, String> typed, Upload... uploads) {
        var id = RowId.next();
        try (var here = SignedIn.here(database, place, null)) {
            registers.enter(
                    current.jurisdiction(),
                    current.actor(),
                    new EnterRow(id, register, place, null, typed, Map.of()),
                    List.of(uploads));
        }
        return id;
    }

    private static Upload photo() {
        return new Upload("pipe.jpg", new ByteArrayResource(SampleFiles.jpeg(40, 30)));
    }

    private PlaceCode otherCounty() {
        return PlaceFixtures.plantedIn(tree).county();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path + "?at=" + places.county()).exchange();
    }

    private static String body(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
