package io.qiangcun.party.activity.web;

import static io.qiangcun.party.activity.ActivityFixtures.held;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.duty.DutyCalendar;
import io.qiangcun.core.duty.DutyFilter;
import io.qiangcun.core.duty.DutyQueries;
import io.qiangcun.core.duty.DutyRow;
import io.qiangcun.core.duty.DutyState;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.party.activity.ActivityContent;
import io.qiangcun.party.activity.ActivityFilter;
import io.qiangcun.party.activity.ActivityId;
import io.qiangcun.party.activity.ActivityKind;
import io.qiangcun.party.activity.ActivityQueries;
import io.qiangcun.party.activity.ActivityRow;
import io.qiangcun.party.activity.ActivityService;
import io.qiangcun.party.activity.ActivityStatus;
import io.qiangcun.party.activity.ActivityView;
import io.qiangcun.party.activity.PastActivity;
import io.qiangcun.party.activity.RecordActivity;
import io.qiangcun.party.organisation.OrganisationFixtures;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationKind;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.StatementCounter;
import io.qiangcun.testkit.TestClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
class ActivityPagesTests {

    private static final Actor SECRETARY = new Actor(null, "village", "Post", "Holder", RoleName.VILLAGE, null);

    @Autowired
    PlaceTree tree;

    @Autowired
    OrganisationService organisations;

    @Autowired
    ActivityService activities;

    @Autowired
    ActivityQueries queries;

    @Autowired
    DutyCalendar calendar;

    @Autowired
    DutyQueries duties;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    MockMvcTester mvc;

    PlaceFixtures places;
    OrganisationId branch;
    OrganisationId westBranch;

    @BeforeEach
    void foundABranchInEachVillage() {
        places = PlaceFixtures.plantedIn(tree);
        branch = OrganisationFixtures.branchIn(organisations, places.east(), "East branch");
        westBranch = OrganisationFixtures.branchIn(organisations, places.west(), "West branch");
    }

    // --- the form

    @Test
    void asksForTheKindFirst() {
        recorded(held(ActivityKind.THEME_DAY, "Trees", LocalDate.of(2026, 10, 5)));

        assertThat(mvc.get().uri("/party/activities/new").with(east()))
                .hasStatusOk()
                .bodyText()
                .contains("记录哪一类活动？", "East branch", "kind=MEMBERS_MEETING", "上次 2026-10-05", "今年 1 次", "尚无记录");
    }

    @Test
    void comesFilledInFromLastTime() {
        recorded(held(ActivityKind.THEME_DAY, "Planting trees", LocalDate.of(2026, 9, 5)));
        recorded(held(ActivityKind.THEME_DAY, "Cleaning the village", LocalDate.of(2026, 10, 5)));
        recorded(held(ActivityKind.LECTURE, "Another kind", LocalDate.of(2026, 11, 5)));

        var page = text(mvc.get()
                .uri("/party/activities/new?kind=THEME_DAY")
                .with(east())
                .exchange());

        assertThat(page)
                .contains("<h1>记录：主题党日</h1>", "Village hall", "Chair", "Scribe")
                .contains("<option value=\"Cleaning the village\">", "<option value=\"Planting trees\">")
                .doesNotContain("Another kind");
        assertThat(valueOf(page, "heldOn")).isEqualTo("2026-11-16");
        assertThat(valueOf(page, "startsAt")).isEqualTo("09:00");
        assertThat(valueOf(page, "expectedCount")).isEqualTo("20");
        assertThat(valueOf(page, "presentCount")).isEmpty();
        assertThat(valueOf(page, "topic")).isEmpty();
        assertThat(valueOf(page, "organisation")).isEqualTo(branch.toString());
    }

    @Test
    void expectsAllMembersWhereNothingWasHeldBefore() {
        var page = text(mvc.get()
                .uri("/party/activities/new?kind=MEMBERS_MEETING")
                .with(east())
                .exchange());

        assertThat(valueOf(page, "expectedCount")).isEqualTo("20");
        assertThat(page).contains("到会人数要求：党员大会表决，须有半数以上有表决权的党员到会。", "第十一条");
    }

    @Test
    void asksForTheOrganisationOnlyWhereThereAreSeveral() {
        assertThat(text(mvc.get()
                        .uri("/party/activities/new?kind=TALK")
                        .with(east())
                        .exchange()))
                .doesNotContain("<select");
        OrganisationFixtures.branchIn(organisations, places.east(), "Second east branch");

        assertThat(text(mvc.get()
                        .uri("/party/activities/new?kind=TALK")
                        .with(east())
                        .exchange()))
                .contains("<select", "Second east branch")
                .doesNotContain("West branch");
        assertThat(text(mvc.get()
                        .uri("/party/activities/new?kind=TALK")
                        .with(SignedIn.as(RoleName.VILLAGE, places.east(), branch.value()))
                        .exchange()))
                .doesNotContain("Second east branch");
    }

    @Test
    void tellsATownshipWithoutAnOrganisationThatItHasNone() {
        assertThat(mvc.get().uri("/party/activities/new").with(SignedIn.at(places.township())))
                .hasStatusOk()
                .bodyText()
                .contains("没有登记党组织");
        OrganisationFixtures.founded(
                organisations, places.township(), OrganisationKind.COMMITTEE, "Township committee", null);

        assertThat(mvc.get().uri("/party/activities/new").with(SignedIn.at(places.township())))
                .bodyText()
                .contains("Township committee")
                .doesNotContain("East branch");
    }

    @Test
    void submitsInOneStep() {
        var result = post(form());

        assertThat(result).hasStatus(302);
        var only = only();
        assertThat(result).hasRedirectedUrl("/party/activities/" + only.activityId());
        assertThat(only.status()).isEqualTo(ActivityStatus.SUBMITTED);
        assertThat(only.topic()).isEqualTo("Harvest");
        assertThat(only.decisionCount()).isEqualTo(2);
        assertThat(show(only.activityId(), east()))
                .contains("Harvest", "East branch", "党员大会", "已提交", "应到人数 20，实到人数 18", "缺席 2 人", "第 1 版（现行）");
    }

    @Test
    void savesADraftThatLacksAlmostEverything() {
        var form =
                form("submit", "false", "topic", "", "presentCount", "", "venue", "", "host", "", "expectedCount", "");

        assertThat(post(form)).hasStatus(302);

        assertThat(only().status()).isEqualTo(ActivityStatus.DRAFT);
    }

    @Test
    void theSameFormSentTwiceMakesOneRecord() {
        var form = form();

        post(form);
        assertThat(post(form)).hasStatus(302).hasRedirectedUrl("/party/activities/" + form.get("id"));

        assertThat(only().activityId()).hasToString(form.get("id"));
    }

    @Test
    void acceptsWhatPeopleType() {
        var form = form("heldOn", "２０２６年１１月１５日", "presentCount", "１８人", "expectedCount", "２０", "startsAt", "９：３０");

        assertThat(post(form)).hasStatus(302);

        var only = only();
        assertThat(only.heldOn()).isEqualTo("2026-11-15");
        assertThat(only.presentCount()).isEqualTo(18);
        assertThat(only.startsAt()).isEqualTo(LocalTime.of(9, 30));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            heldOn        | 2026-11-17 | 日期不能晚于今天（2026-11-16），活动开展后再记录
            heldOn        | 2000-06-30 | 该党组织于 2000-07-01 成立，日期不能早于这一天
            heldOn        | soon       | 请填写日期，例如 2026-11-16
            heldOn        | 2026-02-30 | 请填写日期，例如 2026-11-16
            heldOn        | ''         | 请填写日期
            startsAt      | 25:00      | 请填写时间，例如 9:00
            topic         | '   '      | 请填写议题
            presentCount  | 21         | 实到人数不能多于应到人数（20 人）
            presentCount  | many       | 请填写人数，例如 18
            presentCount  | -1         | 请填写人数，例如 18
            presentCount  | 0          | 实到人数不能为 0；没有召开的活动不必记录
            presentCount  | ''         | 请填写实到人数
            expectedCount | ''         | 请填写应到人数
            venue         | ''         | 请填写地点
            host          | ''         | 请填写主持人
            """)
    void saysAtTheFieldWhatIsWrongAndLosesNothing(String field, String typed, String message) {
        var result = post(form(field, typed, "summary", "A long story that must not be lost"));

        assertThat(result).hasStatus(422);
        var page = text(result);
        assertThat(page).contains("id=\"" + field + "-error\"", message, "A long story that must not be lost");
        assertThat(valueOf(page, field)).isEqualTo(typed);
        assertThat(list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"summary", "decisions", "absences"})
    void refusesTextsOverFiveThousandCharactersAndKeepsThem(String field) {
        var text = "长".repeat(5001);

        var result = post(form(field, text));

        assertThat(result).hasStatus(422);
        assertThat(text(result)).contains("最多 5000 字，现有 5001 字", text);
        assertThat(post(form(field, "行\r\n".repeat(2500)))).hasStatus(302);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var result = post(form("topic", "", "heldOn", "2026-12-01", "presentCount", "99"));

        assertThat(text(result)).contains("请填写议题", "日期不能晚于今天", "实到人数不能多于应到人数", "提交的内容有 3 处问题");
    }

    @Test
    void trainingNeedsItsHoursAndATalkNobodyExpected() {
        assertThat(text(post(form("kind", "TRAINING")))).contains("请填写学时");
        assertThat(post(form("kind", "TRAINING", "hours", "３．５学时"))).hasStatus(302);
        assertThat(post(form("kind", "TALK", "presentCount", "2", "expectedCount", "")))
                .hasStatus(302);

        assertThat(list())
                .extracting(ActivityRow::hours)
                .anyMatch(hours -> hours != null && hours.doubleValue() == 3.5);
    }

    @Test
    void aForeignOrganisationIsNotFound() {
        assertThat(post(form("organisation", westBranch.toString()))).hasStatus(404);
        assertThat(post(form("organisation", UUID.randomUUID().toString()))).hasStatus(404);
        assertThat(post(form("organisation", "garbage"))).hasStatus(400);
        assertThat(mvc.get()
                        .uri("/party/activities/new?kind=TALK&organisation=" + westBranch)
                        .with(east()))
                .hasStatus(404);
    }

    // --- duties

    @Test
    void saysWhichOverdueDutyItMakesUpFor() {
        var overdue = overdue();

        var page = text(mvc.get()
                .uri("/party/activities/new?duty=" + overdue.id())
                .with(east())
                .exchange());

        assertThat(page).contains("<h1>记录：支委会</h1>", "补开：2026年10月 支部委员会会议", "相关预警自动解除");
        assertThat(valueOf(page, "duty")).isEqualTo(overdue.id().toString());
        var form = form("kind", "COMMITTEE_MEETING", "duty", overdue.id().toString());
        assertThat(post(form)).hasStatus(302);
        assertThat(atEast(() -> duties.show(eastern(), overdue.id()).row().state()))
                .isEqualTo(DutyState.DONE_LATE);
        assertThat(show(UUID.fromString(form.get("id")), east())).contains("补开：2026年10月 支部委员会会议");
    }

    @Test
    void aDutyOfAnotherPlaceFillsInNothing() {
        var overdue = overdue();

        assertThat(text(mvc.get()
                        .uri("/party/activities/new?duty=" + overdue.id())
                        .with(SignedIn.at(places.west()))
                        .exchange()))
                .contains("记录哪一类活动？")
                .doesNotContain("补开");
    }

    // --- the record

    @Test
    void saysWhetherEnoughWerePresent() {
        var few = recorded(new ActivityContent(
                ActivityKind.COMMITTEE_MEETING,
                LocalDate.of(2026, 11, 10),
                null,
                "Hall",
                "Plans",
                "Chair",
                "Chair",
                5,
                2,
                "",
                "",
                "",
                null));
        var enough = recorded(held(ActivityKind.COMMITTEE_MEETING, "Plans", LocalDate.of(2026, 11, 11)));

        assertThat(show(few.value(), east())).contains("未达到规定人数（至少 3 人）", "第十二条", "缺席 3 人，没有写明原因。", "主持人和记录人是同一人。");
        assertThat(show(enough.value(), east())).contains("达到规定人数（至少 10 人）").doesNotContain("未达到");
    }

    @Test
    void isCorrectedByANewEditionWithAReason() {
        var id = recorded(held(ActivityKind.LECTURE, "Histroy", LocalDate.of(2026, 11, 10)));
        var page = text(mvc.get().uri(id.href() + "/correct").with(east()).exchange());
        var form = form(
                "id",
                id.toString(),
                "version",
                valueOf(page, "version"),
                "kind",
                "LECTURE",
                "topic",
                "History",
                "reason",
                "");

        assertThat(text(postTo(id.href() + "/correct", form))).contains("请写明原因", "value=\"History\"");
        form.put("reason", "Misspelt");
        assertThat(postTo(id.href() + "/correct", form)).hasStatus(302);

        assertThat(show(id.value(), east())).contains("<h1>History</h1>", "第 2 版（现行）", "原因：Misspelt", "editions/1");
        assertThat(mvc.get().uri(id.href() + "/editions/1").with(east()))
                .hasStatusOk()
                .bodyText()
                .contains("Histroy", "这是第 1 版，已被更正，现行版本为第 2 版。");
        assertThat(mvc.get().uri(id.href() + "/editions/2").with(east())).hasStatus(404);
    }

    @Test
    void showsBothVersionsToWhoeverComesSecond() {
        var draft = drafted("Mine");
        var opened = view(draft).version();
        assertThat(postTo(draft.href() + "/edit", edit(draft, opened, "Theirs", "false")))
                .hasStatus(302);

        var result = postTo(draft.href() + "/edit", edit(draft, opened, "Ours", "true"));

        assertThat(result).hasStatus(409);
        var page = text(result);
        assertThat(page).contains("内容已被他人修改", "Theirs", "Ours", "采用我的", "采用当前");
        var again =
                edit(draft, Long.parseLong(valueOf(page, "version")), valueOf(page, "topic"), valueOf(page, "submit"));
        assertThat(postTo(draft.href() + "/edit", again)).hasStatus(302);
        assertThat(view(draft).content().topic()).isEqualTo("Ours");
        assertThat(view(draft).status()).isEqualTo(ActivityStatus.SUBMITTED);
    }

    @Test
    void aCorrectionSentTwiceIsDoneOnce() {
        var id = recorded(held(ActivityKind.LECTURE, "Histroy", LocalDate.of(2026, 11, 10)));
        var form =
                form("id", id.toString(), "version", "0", "kind", "LECTURE", "topic", "History", "reason", "Misspelt");

        postTo(id.href() + "/correct", form);
        assertThat(postTo(id.href() + "/correct", form)).hasStatus(302);

        assertThat(view(id).edition()).isEqualTo(2);
    }

    @Test
    void isWithdrawnWithAReasonAndStaysReadable() {
        var id = recorded(held(ActivityKind.LECTURE, "Never held", LocalDate.of(2026, 11, 10)));
        var form = new HashMap<>(Map.of("version", "0", "reason", " "));

        assertThat(mvc.get().uri(id.href() + "/withdraw").with(east())).hasStatusOk();
        assertThat(text(postTo(id.href() + "/withdraw", form))).contains("请写明原因");
        form.put("reason", "Was not held");
        assertThat(postTo(id.href() + "/withdraw", form)).hasStatus(302);

        assertThat(show(id.value(), east()))
                .contains("已撤回", "Was not held", "Never held")
                .doesNotContain("/correct\"");
        assertThat(mvc.get().uri(id.href() + "/correct").with(east())).hasRedirectedUrl(id.href());
    }

    @Test
    void aDraftIsDiscardedAndNoLongerListed() {
        var draft = drafted("Mistake");

        assertThat(postTo(draft.href() + "/discard", Map.of("version", "0"))).hasStatus(302);

        assertThat(text(mvc.get().uri("/party/activities").with(east()).exchange()))
                .doesNotContain("Mistake");
        assertThat(text(mvc.get()
                        .uri("/party/activities?status=DISCARDED")
                        .with(east())
                        .exchange()))
                .contains("Mistake");
    }

    @Test
    void showsTheFormsOfAVillagesRecordToTheVillageOnly() {
        var submitted = recorded(held(ActivityKind.LECTURE, "History", LocalDate.of(2026, 11, 10)));
        var township = SignedIn.at(places.township());

        for (var step : List.of("/edit", "/correct", "/withdraw")) {
            assertThat(mvc.get().uri(submitted.href() + step).with(township))
                    .as(step)
                    .hasStatus(404);
            assertThat(postTo(submitted.href() + step, Map.of(), township))
                    .as(step)
                    .hasStatus(404);
            assertThat(mvc.get()
                            .uri(submitted.href() + step)
                            .with(SignedIn.as(RoleName.ADMINISTRATOR, places.county())))
                    .as(step)
                    .hasStatus(403);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RoleName.class,
            names = {"ADMINISTRATOR", "AUDITOR"})
    void saysToAPostThatActsForNoOrganisationWhyItRecordsNothing(RoleName role) {
        OrganisationFixtures.founded(organisations, places.county(), OrganisationKind.COMMITTEE, "Committee", null);

        assertThat(mvc.get().uri("/party/activities/new").with(SignedIn.as(role, places.county())))
                .hasStatusOk()
                .bodyText()
                .contains("您的岗位不代表党组织，因此不能记录组织生活")
                .doesNotContain("name=\"topic\"");
        assertThat(postTo("/party/activities", Map.of(), SignedIn.as(role, places.county())))
                .hasStatus(403);
    }

    @Test
    void neitherShowsNorChangesWhatLiesOutsideTheJurisdiction() {
        var id = recorded(held(ActivityKind.LECTURE, "History", LocalDate.of(2026, 11, 10)));
        var west = SignedIn.at(places.west());
        var form = form("id", id.toString(), "version", "0", "reason", "Mine now");

        for (var page : List.of("", "/edit", "/correct", "/withdraw", "/editions/1")) {
            assertThat(mvc.get().uri(id.href() + page).with(west)).as(page).hasStatus(404);
        }
        for (var step : List.of("/edit", "/correct", "/withdraw", "/discard", "/attachments")) {
            assertThat(postTo(id.href() + step, form, west)).as(step).hasStatus(404);
        }
        assertThat(text(mvc.get().uri("/party/activities").with(west).exchange()))
                .doesNotContain("History");
        assertThat(post(form("id", id.toString(), "organisation", westBranch.toString()), west))
                .hasStatus(404);
    }

    @Test
    void thoseAboveReadButDoNotChange() {
        var id = recorded(held(ActivityKind.LECTURE, "History", LocalDate.of(2026, 11, 10)));
        var township = SignedIn.at(places.township());

        assertThat(show(id.value(), township)).contains("History").doesNotContain("/correct\"", "name=\"files\"");
        assertThat(postTo(id.href() + "/withdraw", Map.of("version", "0", "reason", "No"), township))
                .hasStatus(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = RoleName.class,
            names = {"ADMINISTRATOR", "AUDITOR"})
    void isNoBusinessOfAdministratorsAndAuditors(RoleName role) {
        assertThat(mvc.get().uri("/party/activities").with(SignedIn.as(role, places.county())))
                .hasStatus(403);
    }

    // --- the list

    @Test
    void listsFiltersAndExportsTheSameRows() throws Exception {
        recorded(held(ActivityKind.LECTURE, "History", LocalDate.of(2026, 10, 10)));
        recorded(held(ActivityKind.THEME_DAY, "Trees", LocalDate.of(2026, 11, 10)));
        var county = SignedIn.at(places.county());

        assertThat(list(county, "")).contains("History", "Trees", "共 2 条");
        assertThat(list(county, "?kind=LECTURE")).contains("History").doesNotContain("Trees");
        assertThat(list(county, "?month=2026-11")).contains("Trees").doesNotContain("History");
        assertThat(list(county, "?text=Trees")).contains("Trees").doesNotContain("History");
        assertThat(list(county, "?text=East")).contains("Trees", "History");
        assertThat(list(county, "?status=DRAFT")).contains("没有符合条件的记录。");
        assertThat(list(county, "?organisation=" + westBranch)).contains("West branch的组织生活", "没有符合条件的记录。");
        assertThat(list(county, "?place=" + places.township() + "&kind=&month=&status=&text="))
                .contains("History", "Trees");
        assertThat(list(SignedIn.at(places.west()), "?place=" + places.east())).doesNotContain("History");

        var export = mvc.get()
                .uri("/party/activities/export?kind=LECTURE")
                .with(county)
                .exchange();
        assertThat(export)
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(export.getResponse().getContentAsByteArray()).startsWith('P', 'K');
    }

    @Test
    void listsInAHandfulOfStatementsHoweverManyRowsThereAre() throws Exception {
        takeOver(45);

        assertThat(statementsOf(() -> list(SignedIn.at(places.county()), "?page=1&text=East")))
                .hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void showsARecordInAHandfulOfStatements() throws Exception {
        var id = recorded(held(ActivityKind.MEMBERS_MEETING, "History", LocalDate.of(2026, 10, 10)));

        assertThat(StatementCounter.statementsOf(() -> show(id.value(), east())))
                .hasSizeLessThanOrEqualTo(10);
        assertThat(StatementCounter.statementsOf(() -> mvc.get()
                        .uri("/party/activities/new?kind=TALK")
                        .with(east())
                        .exchange()))
                .hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void pagesByTwenty() {
        takeOver(45);

        assertThat(list(east(), "")).contains("共 45 条", "第 1 / 3 页");
    }

    // --- photos and files

    @Test
    void keepsPhotosAndFilesOfARecord() throws Exception {
        var id = recorded(held(ActivityKind.LECTURE, "History", LocalDate.of(2026, 11, 10)));

        assertThat(attach(id, new MockMultipartFile("files", "会场.png", "image/png", picture())))
                .hasStatus(302);

        var page = show(id.value(), east());
        assertThat(page).contains("会场.jpg", "?small=true");
        var href = find("/core/attachments/[0-9a-f-]{36}", page);
        assertThat(mvc.get().uri(href).with(east()))
                .hasStatusOk()
                .hasContentType("image/jpeg")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                .headers()
                .hasHeaderSatisfying("Content-Disposition", values -> assertThat(values.get(0))
                        .startsWith("inline;"));
        assertThat(mvc.get().uri(href).with(SignedIn.at(places.west()))).hasStatus(404);
        assertThat(mvc.get().uri(href).with(SignedIn.as(RoleName.AUDITOR, places.county())))
                .hasStatus(404);
        assertThat(mvc.get().uri(href)).hasStatus(302);

        var attachment = href.substring(href.lastIndexOf('/'));
        assertThat(postTo(id.href() + "/attachments" + attachment + "/remove", Map.of(), SignedIn.at(places.west())))
                .hasStatus(404);
        assertThat(postTo(id.href() + "/attachments" + attachment + "/remove", Map.of()))
                .hasStatus(302);
        assertThat(show(id.value(), east())).doesNotContain("会场.jpg");
        assertThat(mvc.get().uri(href).with(east())).hasStatus(404);
    }

    @Test
    void documentsAreDownloadedNeverShown() throws Exception {
        var id = recorded(held(ActivityKind.LECTURE, "History", LocalDate.of(2026, 11, 10)));
        var pdf = "%PDF-1.4\n<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

        attach(id, new MockMultipartFile("files", "minutes.html", "text/html", pdf));

        assertThat(mvc.get()
                        .uri(find("/core/attachments/[0-9a-f-]{36}", show(id.value(), east())))
                        .with(east()))
                .hasContentType("application/pdf")
                .headers()
                .hasHeaderSatisfying("Content-Disposition", values -> assertThat(values.get(0))
                        .startsWith("attachment;"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            page.jpg  | <html><script>alert(1)</script></html> | “page.jpg”不是照片（JPG、PNG）、PDF、Word（docx）或 Excel（xlsx）文件，不能添加。
            image.svg | <svg xmlns="http://www.w3.org/2000/svg"/> | “image.svg”不是照片
            empty.jpg | ''                                     | “empty.jpg”是空文件（0 字节）。请重新选择。
            """)
    void saysWhyAFileIsNotTaken(String name, String content, String message) {
        var id = recorded(held(ActivityKind.LECTURE, "History", LocalDate.of(2026, 11, 10)));
        var file = new MockMultipartFile("files", name, "image/jpeg", content.getBytes(StandardCharsets.UTF_8));

        var problem = attach(id, file).getMvcResult().getFlashMap().get("attachmentProblem");

        assertThat(String.valueOf(problem)).startsWith(message);
        assertThat(show(id.value(), east())).doesNotContain(name);
    }

    // --- how it is done

    private RequestPostProcessor east() {
        return SignedIn.at(places.east());
    }

    private Jurisdiction eastern() {
        return Jurisdiction.within(places.east());
    }

    private Map<String, String> form(String... changes) {
        var form = new HashMap<String, String>();
        form.put("id", UUID.randomUUID().toString());
        form.put("kind", "MEMBERS_MEETING");
        form.put("organisation", branch.toString());
        form.put("heldOn", "2026-11-15");
        form.put("topic", "Harvest");
        form.put("presentCount", "18");
        form.put("expectedCount", "20");
        form.put("venue", "Hall");
        form.put("host", "Chair");
        form.put("recorder", "Scribe");
        form.put("decisions", "First\r\n\r\nSecond");
        form.put("submit", "true");
        for (var i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }

    private Map<String, String> edit(ActivityId id, long version, String topic, String submit) {
        return form("id", id.toString(), "version", Long.toString(version), "topic", topic, "submit", submit);
    }

    private MvcTestResult post(Map<String, String> form) {
        return postTo("/party/activities", form);
    }

    private MvcTestResult post(Map<String, String> form, RequestPostProcessor account) {
        return postTo("/party/activities", form, account);
    }

    private MvcTestResult postTo(String path, Map<String, String> form) {
        return postTo(path, form, east());
    }

    private MvcTestResult postTo(String path, Map<String, String> form, RequestPostProcessor account) {
        var request = mvc.post().uri(path).with(account);
        form.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult attach(ActivityId id, MockMultipartFile file) {
        return mvc.post()
                .uri(id.href() + "/attachments")
                .multipart()
                .file(file)
                .with(east())
                .exchange();
    }

    private ActivityId recorded(ActivityContent content) {
        return record(content, true);
    }

    private ActivityId drafted(String topic) {
        return record(held(ActivityKind.MEMBERS_MEETING, topic, LocalDate.of(2026, 11, 10)), false);
    }

    private ActivityId record(ActivityContent content, boolean submit) {
        return atEast(() -> activities.record(
                eastern(), SECRETARY, new RecordActivity(ActivityId.next(), branch, content, submit, null)));
    }

    private ActivityView view(ActivityId id) {
        return atEast(() -> queries.find(eastern(), id).orElseThrow());
    }

    private List<ActivityRow> list() {
        return atEast(() -> queries.list(eastern(), ActivityFilter.NONE, PageRequest.of(0, 20))
                .getContent());
    }

    private ActivityRow only() {
        var rows = list();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private DutyRow overdue() {
        return atEast(() -> {
            calendar.generate(eastern(), LocalDate.of(2026, 10, 1), TestClock.TODAY);
            return duties.list(
                            eastern(),
                            new DutyFilter(
                                    null, branch.value(), "party.committee-meeting", DutyState.OVERDUE, null, null),
                            Pageable.unpaged())
                    .getContent()
                    .get(0);
        });
    }

    private void takeOver(int records) {
        var past = new ArrayList<PastActivity>();
        for (var i = 0; i < records; i++) {
            past.add(new PastActivity(
                    ActivityId.next(),
                    branch,
                    places.east(),
                    ActivityStatus.SUBMITTED,
                    held(ActivityKind.THEME_DAY, "Day " + i, TestClock.TODAY.minusDays(i)),
                    null,
                    clock.instant(),
                    "village",
                    "Holder"));
        }
        atEast(() -> {
            activities.recordAll(eastern(), past);
            return true;
        });
    }

    private <T> T atEast(Supplier<T> work) {
        try (var scope = SignedIn.here(database, places.east(), null)) {
            return work.get();
        }
    }

    private String show(UUID id, RequestPostProcessor account) {
        return text(mvc.get().uri("/party/activities/" + id).with(account).exchange());
    }

    private String list(RequestPostProcessor account, String query) {
        return text(mvc.get().uri("/party/activities" + query).with(account).exchange());
    }

    /** Without those by which the test signs in. */
    private static List<String> statementsOf(StatementCounter.Work work) throws Exception {
        return StatementCounter.statementsOf(work).stream()
                .filter(sql -> !sql.contains("role_authority") && !sql.contains("account_holder"))
                .toList();
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the input of the name says. */
    private static String valueOf(String page, String name) {
        var tag = find("<input[^>]* name=\"" + name + "\"[^>]*>", page);
        var value = Pattern.compile(" value=\"([^\"]*)\"").matcher(tag);
        return value.find() ? value.group(1) : "";
    }

    private static String find(String pattern, String page) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as("%s in %s", pattern, page).isTrue();
        return found.group();
    }
}
