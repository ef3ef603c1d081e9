package io.qiangcun.core.procedure.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.CaseFixtures;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.Tally;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Cases on the screen. Today is 16 November 2026. */
@ApplicationTest
class CasePagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CaseFixtures cases;

    @Autowired
    TestClock clock;

    private PlaceFixtures places;

    @BeforeEach
    void aCounty() {
        places = cases.county();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aVillageStartsACaseFromTheCatalogue() {
        assertThat(get("/core/procedures", places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("Permit", "发起办理");
        assertThat(get("/core/procedures/test.permit", places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("Hand in", "《规定》", "党内法规", "最迟 1 个月内", "不早于 1 周年后");
        assertThat(get("/core/procedures/test.permit/start", places.east())).hasStatusOk();

        var id = UUID.randomUUID();
        var started = start(places.east(), id, "Applicant");
        assertThat(started).hasRedirectedUrl("/core/cases/" + id);
        assertThat(start(places.east(), id, "Applicant")).hasRedirectedUrl("/core/cases/" + id);
        assertThat(start(places.east(), UUID.randomUUID(), "Applicant"))
                .hasStatus(422)
                .bodyText()
                .contains("已有正在办理的同类事项", "Applicant");
        assertThat(get("/core/cases", places.east())).bodyText().containsOnlyOnce(">Applicant<");
        assertThat(start(places.township(), UUID.randomUUID(), ""))
                .hasStatus(422)
                .bodyText()
                .contains("请选择人员");
    }

    @Test
    void aStepIsTakenOnItsForm() {
        var id = cases.startedOn(places.east(), "Applicant", "2026-11-16");
        assertThat(get(id.href(), places.east())).hasStatusOk().bodyText().contains("Hand in", "待办理", "办理");
        assertThat(get(id.href() + "/steps/apply", places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("Born on", "Application", "选填");

        assertThat(act(id, "apply", places.east(), 0, "actedOn", "2026-11-16", "evidence[alone]", "no"))
                .hasStatus(422)
                .bodyText()
                .contains("请填写Born on", "2026-11-16", "evidencebirth-error");
        assertThat(act(
                        id,
                        "apply",
                        places.east(),
                        0,
                        "actedOn",
                        "2026年11月16日",
                        "outcome",
                        "done",
                        "evidence[birth]",
                        "1990/1/2"))
                .hasRedirectedUrl(id.href());
        assertThat(get(id.href(), places.east())).bodyText().contains("1990-01-02", "Holder at " + places.east());
        assertThat(get(id.href() + "/steps/apply", places.east())).hasRedirectedUrl(id.href() + "#step-apply");
        assertThat(get(id.href() + "/steps/nothing", places.east())).hasStatus(404);
    }

    @Test
    void whatRecordsKnowNobodyTypes() {
        var id = cases.startedOn("test.declaration", places.east(), "Applicant", "2026-11-16");
        assertThat(get(id.href() + "/steps/declare", places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("Amount", "由系统按记录填写", "evidence[year]", "evidence[elsewhere]")
                .doesNotContain("name=\"evidence[amount]\"");

        assertThat(declare(id, "year", "1999")).hasStatus(422).bodyText().contains("No records of it: Amount", "1999");
        assertThat(declare(id, "year", "2026", "elsewhere", ""))
                .hasStatus(422)
                .bodyText()
                .contains("请填写Elsewhere");
        assertThat(declare(id, "year", "2026")).hasRedirectedUrl(id.href());

        assertThat(get(id.href(), places.east()))
                .bodyText()
                .contains("202600", "Typed")
                .doesNotContain("777");
    }

    private MvcTestResult declare(CaseId id, String... typed) {
        var fields = new ArrayList<>(
                List.of("actedOn", "2026-11-16", "evidence[amount]", "777", "evidence[elsewhere]", "Typed"));
        for (var at = 0; at < typed.length; at += 2) {
            var name = "evidence[" + typed[at] + "]";
            if (fields.contains(name)) {
                fields.set(fields.indexOf(name) + 1, typed[at + 1]);
            } else {
                fields.addAll(List.of(name, typed[at + 1]));
            }
        }
        return act(id, "declare", places.east(), 0, fields.toArray());
    }

    @Test
    void nothingTypedIsLostWhenTheNumbersCannotBe() {
        var id = cases.beforeTheMeeting(places.east(), "Applicant");
        clock.reset();

        assertThat(act(
                        id,
                        "meeting",
                        places.east(),
                        0,
                        "actedOn",
                        "2026-11-16",
                        "outcome",
                        "agreed",
                        "members",
                        "20",
                        "present",
                        "21",
                        "yes",
                        "11"))
                .hasStatus(422)
                .bodyText()
                .contains("实到会人数不能超过应到会的 20 人", "value=\"21\"", "2026-11-16");
        assertThat(act(
                        id,
                        "meeting",
                        places.east(),
                        0,
                        "actedOn",
                        "2026-11-16",
                        "outcome",
                        "agreed",
                        "members",
                        "20",
                        "present",
                        "15",
                        "yes",
                        "10",
                        "no",
                        "5"))
                .hasStatus(422)
                .bodyText()
                .contains("赞成至少应有 11 票，现有 10 票");
        assertThat(act(
                        id,
                        "meeting",
                        places.east(),
                        0,
                        "actedOn",
                        "2026-11-16",
                        "outcome",
                        "agreed",
                        "members",
                        "20",
                        "present",
                        "15",
                        "yes",
                        "11",
                        "no",
                        "4"))
                .hasRedirectedUrl(id.href());
        assertThat(get(id.href(), places.east())).bodyText().contains("公示中", "通过", "至少 11 票赞成", "结束公示");
    }

    @Test
    void whoComesSecondReadsWhatTheFirstDid() {
        var id = cases.startedOn(places.east(), "Applicant", "2026-11-16");
        cases.take(places.east(), id, "apply", "2026-11-16", "done", Map.of("birth", "1990-01-01"));

        assertThat(act(
                        id,
                        "apply",
                        places.east(),
                        0,
                        "actedOn",
                        "2026-11-16",
                        "outcome",
                        "done",
                        "evidence[birth]",
                        "1991-02-03"))
                .hasStatus(409)
                .bodyText()
                .contains("刚刚已由他人办理", "1990-01-01", "1991-02-03");
    }

    @Test
    void publicityObjectionsAndWithdrawalHaveTheirForms() {
        var id = cases.beforeTheMeeting(places.east(), "Applicant");
        var meeting = cases.take(
                places.east(), id, "meeting", "2025-03-03", "agreed", Map.of(), new Tally(20, 20, 15, 0, 14, 1, 0));
        var path = id.href() + "/acts/" + meeting;
        var objection = UUID.randomUUID();

        assertThat(post(path + "/close", places.east(), "closedOn", "2025-03-03"))
                .hasStatus(422)
                .bodyText()
                .contains("公示到 2025-03-10 才满");
        assertThat(post(
                        path + "/objections",
                        places.east(),
                        "objection",
                        objection,
                        "raisedOn",
                        "2025-03-03",
                        "content",
                        "He was away"))
                .hasRedirectedUrl(id.href());
        clock.set(java.time.LocalDate.of(2025, 3, 11));
        assertThat(post(path + "/close", places.east(), "closedOn", "2025-03-11"))
                .hasStatus(422)
                .bodyText()
                .contains("还有意见没有答复");
        assertThat(post(path + "/objections/" + objection + "/answer", places.east(), "answer", "He was not"))
                .hasRedirectedUrl(id.href());
        assertThat(post(path + "/close", places.west(), "closedOn", "2025-03-11"))
                .hasStatus(404);
        assertThat(post(path + "/close", places.east(), "closedOn", "2025-03-11"))
                .hasRedirectedUrl(id.href());
        assertThat(post(path + "/withdraw", places.east(), "withdrawalReason", ""))
                .hasStatus(422);
        assertThat(post(path + "/withdraw", places.east(), "withdrawalReason", "A slip"))
                .hasRedirectedUrl(id.href());
        assertThat(get(id.href(), places.east())).bodyText().contains("已撤回", "A slip", "He was away", "He was not");
    }

    @Test
    void theWholeCaseIsPrintedAndTheListExported() {
        var id = cases.beforeTheMeeting(places.east(), "Applicant");

        assertThat(get(id.href() + "/print", places.county()))
                .hasStatusOk()
                .bodyText()
                .contains("Asking", "1990-01-01");
        assertThat(get("/core/cases/export", places.county()))
                .hasStatusOk()
                .hasHeader("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(get("/core/cases?template=test.permit&step=meeting&mine=true", places.east()))
                .bodyText()
                .contains("Applicant", "待我办理", "4/7");
        assertThat(get("/core/cases?overdue=true", places.county())).bodyText().contains("没有符合条件的办理事项");
    }

    @Test
    void aCaseIsAbandonedWithAReason() {
        var id = cases.startedOn(places.east(), "Applicant", "2026-11-16");
        assertThat(post(id.href() + "/abandon", places.east(), "version", "0", "abandonReason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("请填写原因");
        assertThat(post(id.href() + "/abandon", places.east(), "version", "0", "abandonReason", "Moved away"))
                .hasRedirectedUrl(id.href());
        assertThat(get(id.href(), places.county())).bodyText().contains("已终止", "Moved away");
    }

    @Test
    void theCountyMakesItsOwnCopyNeverLooser() {
        var edit = "/core/procedures/test.permit/edit";
        assertThat(get(edit, places.county())).hasStatusOk().bodyText().contains("最迟时间（月）", "Hand in");
        assertThat(get(edit, places.east())).hasStatus(403);
        assertThat(publish(places.county(), 0, "texts[approval.latest0]", "4"))
                .hasStatus(422)
                .bodyText()
                .contains("“Approval”的最迟时间不能长于 3：《规定》第六条", "value=\"4\"");
        assertThat(publish(places.county(), 0, "texts[talk.title]", ""))
                .hasStatus(422)
                .bodyText()
                .contains("请填写步骤名称");

        assertThat(publish(
                        places.county(),
                        0,
                        "texts[approval.latest0]",
                        "2",
                        "texts[talk.title]",
                        "Friendly talk",
                        "texts[talk.next]",
                        "Visit at home",
                        "texts[oath.within]",
                        "5"))
                .hasRedirectedUrl("/core/procedures/test.permit");
        assertThat(get("/core/procedures/test.permit", places.east()))
                .bodyText()
                .contains("本地程序", "Friendly talk", "Visit at home", "本地增加", "最迟 2 个月内", "县委组织部通知", "巩固");
        assertThat(publish(places.county(), 0, "texts[talk.title]", "Other")).hasStatus(409);

        var id = cases.startedOn(places.east(), "Applicant", "2026-11-16");
        assertThat(get(id.href(), places.east())).bodyText().contains("Visit at home", "本地第 1 版");
    }

    @Test
    void anotherCountySeesNothingOfTheCopyNorOfTheCases() {
        publish(places.county(), 0, "texts[talk.title]", "Friendly talk");
        var id = cases.startedOn(places.east(), "Applicant", "2026-11-16");
        var other = cases.county();

        assertThat(get("/core/procedures/test.permit", other.county()))
                .bodyText()
                .doesNotContain("Friendly talk");
        for (var place : List.of(other.county(), places.west())) {
            assertThat(get("/core/cases", place)).bodyText().doesNotContain("Applicant");
            assertThat(get(id.href(), place)).hasStatus(404);
            assertThat(get(id.href() + "/print", place)).hasStatus(404);
            assertThat(get(id.href() + "/steps/apply", place)).hasStatus(404);
            assertThat(post(id.href() + "/abandon", place, "version", "0", "abandonReason", "No"))
                    .hasStatus(404);
        }
    }

    private MvcTestResult start(PlaceCode by, UUID id, String subject) {
        return post(
                "/core/procedures/test.permit/start",
                by,
                "caseId",
                id,
                "place",
                by,
                "subject",
                subject.isEmpty() ? "" : cases.person(by, subject),
                "startedOn",
                "2026-11-16");
    }

    private MvcTestResult act(CaseId id, String step, PlaceCode by, int seen, Object... fields) {
        var all = new Object[fields.length + 4];
        all[0] = "act";
        all[1] = UUID.randomUUID();
        all[2] = "seen";
        all[3] = seen;
        System.arraycopy(fields, 0, all, 4, fields.length);
        return post(id.href() + "/steps/" + step, by, all);
    }

    private MvcTestResult publish(PlaceCode by, int seen, Object... fields) {
        var all = new Object[fields.length + 8];
        all[0] = "copy";
        all[1] = UUID.randomUUID();
        all[2] = "seen";
        all[3] = seen;
        all[4] = "source";
        all[5] = "县委组织部通知";
        all[6] = "reason";
        all[7] = "巩固";
        System.arraycopy(fields, 0, all, 8, fields.length);
        return post("/core/procedures/test.permit/edit", by, all);
    }

    private MvcTestResult get(String address, PlaceCode by) {
        return mvc.get().uri(address).with(SignedIn.at(by)).exchange();
    }

    private MvcTestResult post(String address, PlaceCode by, Object... fields) {
        var request = mvc.post().uri(address).with(SignedIn.at(by));
        for (var at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at].toString(), fields[at + 1].toString());
        }
        return request.exchange();
    }
}
