package io.qiangcun.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whole procedures on the screen, each step by the account whose move it is, on a clock that moves along. */
@Order(3)
@BrowserTest
class CaseJourneyBrowserTests {

    private static final String VILLAGE = "150524101200";
    private static final String TOWNSHIP = "150524101";
    private static final Map<String, String> COMMITTEE = tally("5", "5", "5");
    private static final Map<String, String> MEETING = tally("20", "18", "18");

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty county;

    private String address = "";

    @AfterEach
    void back() {
        county.goesBackToToday();
    }

    @Test
    void aMemberIsDevelopedInTwentyFiveSteps() {
        var village = village();
        var members = county.fullMembers(village);
        var township = village.substring(0, TOWNSHIP.length());
        try (var below = Visitor.at(port, Visitor.DESK);
                var above = Visitor.at(port, Visitor.DESK);
                var office = Visitor.at(port, Visitor.DESK)) {
            county.livesOn(LocalDate.of(2026, 11, 17));
            below.signsIn("village-" + village, DemoCounty.PASSWORD);
            above.signsIn("township-" + township, DemoCounty.PASSWORD);
            office.signsIn("county", DemoCounty.PASSWORD);
            below.goesTo("/core/procedures/party.membership/start").clicks("登记新的人员");
            below.fills("name", "演示群众99999").fills("bornOn", "2000-01-01").chooses("sex", "FEMALE");
            below.chooses("education", "COLLEGE").clicks("保存").sees("演示群众99999", "选择人员");
            below.findsThePageAccessible().clicks("发起办理").sees("已发起");
            address = below.path();

            step(below, "application", "2026-11-17", "", Map.of());
            step(below, "first-talk", "2026-12-01", "", Map.of("talker", "支部书记"));
            below.goesTo(address + "/steps/activist-decision");
            voted(
                    below,
                    "activist-decision",
                    "2026-12-10",
                    "decided",
                    Map.of("recommended", "members", "body", "committee"),
                    COMMITTEE);
            step(above, "activist-filing", "2026-12-20", "filed", Map.of());
            step(below, "contacts", "2026-12-21", "", Map.of("firstContact", members.get(0)));
            step(below, "cultivation", "2027-06-05", "checked", Map.of("check", "表现良好"));
            step(below, "cultivation", "2027-12-10", "completed", Map.of("check", "表现良好"));
            voted(
                    below,
                    "candidate-decision",
                    "2027-12-15",
                    "decided",
                    Map.of("body", "committee", "opinions", "一致同意"),
                    COMMITTEE);
            close(below, "2027-12-31");
            step(above, "candidate-filing", "2028-01-05", "filed", Map.of());
            step(
                    below,
                    "introducers",
                    "2028-01-06",
                    "",
                    Map.of("firstIntroducer", members.get(0), "secondIntroducer", members.get(1)));
            step(below, "review", "2028-02-01", "passed", Map.of("findings", "合格"));
            step(above, "training", "2028-03-01", "", Map.of("hours", "24"));
            voted(
                    below,
                    "committee-review",
                    "2028-03-10",
                    "passed",
                    Map.of("body", "committee", "opinion", "合格"),
                    COMMITTEE);
            step(above, "pre-review", "2028-03-20", "passed", Map.of("consulted", "没有", "leaving", "no"));
            step(below, "form", "2028-03-22", "", Map.of("formNumber", "演示9999"));
            voted(below, "admission-meeting", "2028-04-01", "admitted", Map.of("resolution", "同意接收"), MEETING);
            step(above, "second-talk", "2028-04-10", "", Map.of("talker", "组织委员", "opinion", "成熟"));
            step(above, "admission-approval", "2028-04-20", "approved", Map.of("decision", "批准"));
            assertThat(county.memberships("演示群众99999")).containsExactly("PROBATIONARY");
            step(office, "admission-filing", "2028-04-25", "", Map.of());
            step(below, "assignment", "2028-04-26", "", Map.of("group", "第一党小组"));
            step(below, "oath", "2028-05-01", "", Map.of());
            step(below, "probation", "2028-10-01", "checked", Map.of("check", "表现良好"));
            step(below, "probation", "2029-03-20", "completed", Map.of("check", "表现良好"));
            step(below, "conversion-application", "2029-03-25", "", Map.of());
            voted(below, "conversion-meeting", "2029-04-02", "on-time", Map.of("resolution", "同意转正"), MEETING);
            close(below, "2029-04-16");
            step(above, "conversion-approval", "2029-04-20", "approved", Map.of("decision", "批准"));
            assertThat(county.memberships("演示群众99999")).containsExactly("FULL");
            step(below, "archive", "2029-04-25", "", Map.of("complete", "yes", "kept", "上级党委"));
            below.comesBackTo(address).sees("已办结", "25/25");
        }
    }

    @Test
    void aMatterIsDecidedInFourStepsAndPublishedTwice() {
        var village = village();
        try (var below = Visitor.at(port, Visitor.PHONE)) {
            county.livesOn(LocalDate.of(2026, 11, 17));
            below.signsIn("village-" + village, DemoCounty.PASSWORD);
            below.goesTo("/core/procedures/party.village-decision/start")
                    .fills("subjectName", "文化广场建设")
                    .clicks("发起办理");
            address = below.path();
            step(
                    below,
                    "propose",
                    "2026-11-17",
                    "",
                    Map.of("category", "works", "proposal", "建设文化广场", "proposer", "支部书记", "merged", "no"));
            voted(below, "consult", "2026-11-18", "agreed", Map.of("opinion", "同意"), COMMITTEE);
            voted(below, "review", "2026-11-20", "agreed", Map.of("opinion", "同意"), MEETING);
            voted(
                    below,
                    "resolve",
                    "2026-11-25",
                    "agreed",
                    Map.of("body", "representatives", "resolution", "同意建设"),
                    tally("30", "28", "28"));
            step(
                    below,
                    "publish-resolution",
                    "2026-11-26",
                    "",
                    Map.of("channel", "board", "supervisor", "监督委员", "apart", "yes"));
            close(below, "2026-12-04");
            step(
                    below,
                    "publish-result",
                    "2026-12-30",
                    "",
                    Map.of("outcome", "已经建成", "channel", "board", "supervisor", "监督委员", "apart", "yes"));
            close(below, "2027-01-08");
            below.comesBackTo(address).sees("已办结").findsThePageAccessible();
        }
    }

    @Test
    void anOrganisationIsPutRight() {
        var village = village();
        var township = village.substring(0, TOWNSHIP.length());
        try (var below = Visitor.at(port, Visitor.DESK);
                var above = Visitor.at(port, Visitor.DESK);
                var office = Visitor.at(port, Visitor.DESK)) {
            county.livesOn(LocalDate.of(2026, 11, 17));
            below.signsIn("village-" + village, DemoCounty.PASSWORD);
            above.signsIn("township-" + township, DemoCounty.PASSWORD);
            office.signsIn("county", DemoCounty.PASSWORD);
            above.goesTo("/party/screening").sees("提示不是结论").findsThePageAccessible();
            above.goesTo("/core/procedures/party.rectification/start")
                    .chooses("place", village)
                    .fills("subjectName", "支部整顿")
                    .clicks("发起办理");
            address = above.path();
            step(above, "proposal", "2026-11-17", "", Map.of("problems.0.code", "W04", "problems.0.facts", "党课没有按期开展"));
            step(office, "identified", "2026-11-20", "approved", Map.of("opinion", "同意"));
            step(office, "slots", "2026-11-25", "", Map.of("slot1", "一", "slot2", "二", "slot3", "三", "slot4", "四"));
            step(
                    above,
                    "plan",
                    "2026-12-01",
                    "",
                    Map.of(
                            "items.0.problem",
                            "党课",
                            "items.0.measure",
                            "排定计划",
                            "items.0.owner",
                            "支部书记",
                            "items.0.due",
                            "2027-01-31"));
            step(below, "progress", "2026-12-25", "finished", Map.of("note", "已完成", "state.0.done", "yes"));
            step(below, "self-check", "2027-01-05", "ready", Map.of("report", "合格"));
            step(above, "town-check", "2027-01-10", "passed", Map.of("findings", "合格"));
            step(
                    office,
                    "county-check",
                    "2027-01-20",
                    "passed",
                    Map.of(
                            "poll.sent",
                            "20",
                            "poll.back",
                            "20",
                            "poll.satisfied",
                            "18",
                            "poll.mostly",
                            "2",
                            "poll.unsatisfied",
                            "0",
                            "findings",
                            "合格"));
            step(above, "tracking", "2027-07-15", "stable", Map.of("findings", "正常"));
            step(above, "tracking", "2028-01-20", "finished", Map.of("findings", "正常"));
            office.comesBackTo(address).sees("已办结", "满意 18 票（90%）").findsThePageAccessible();
        }
    }

    @Test
    void aSuspensionEndsWithItsReview() {
        var village = village();
        var name = county.deputy(village);
        try (var above = Visitor.at(port, Visitor.DESK)) {
            county.livesOn(LocalDate.of(2026, 11, 17));
            above.signsIn("township-" + village.substring(0, TOWNSHIP.length()), DemoCounty.PASSWORD);
            above.goesTo("/core/procedures/party.cadre-suspension/start?name=" + name);
            above.marks(
                            "subject",
                            above.page().locator("[name=subject]").first().getAttribute("value"))
                    .chooses("place", village)
                    .clicks("发起办理");
            address = above.path();
            step(above, "report", "2026-11-17", "", Map.of("condition", "B2", "facts", "考核不称职"));
            step(above, "verify", "2026-11-18", "confirmed", Map.of("findings", "属实", "heard", "没有异议"));
            step(above, "decide", "2026-11-20", "suspended", Map.of("decision", "停职一个月", "work", "协助工作"));
            above.comesBackTo("/party/structure/" + village).sees("停职至 2026-12-20");
            step(
                    above,
                    "review",
                    "2026-12-21",
                    "restored",
                    Map.of(
                            "poll.sent",
                            "10",
                            "poll.back",
                            "10",
                            "poll.fit",
                            "9",
                            "poll.mostly",
                            "1",
                            "poll.unfit",
                            "0",
                            "conclusion",
                            "合格"));
            above.comesBackTo("/party/structure/" + village).doesNotSee("停职至");
            above.comesBackTo(address).sees("恢复履职").findsThePageAccessible();
        }
    }

    private static String village() {
        return VILLAGE;
    }

    private void step(Visitor who, String step, String day, String outcome, Map<String, String> evidence) {
        voted(who, step, day, outcome, evidence, Map.of());
    }

    private void voted(
            Visitor who,
            String step,
            String day,
            String outcome,
            Map<String, String> evidence,
            Map<String, String> tally) {
        county.livesOn(LocalDate.parse(day));
        who.comesBackTo(address + "/steps/" + step).sees("办理日期").fills("actedOn", day);
        evidence.forEach((field, value) -> {
            var name = "evidence[" + field + "]";
            var select = who.page().locator("select[name='" + name + "']");
            if (select.count() > 0) {
                who.chooses(name, value);
            } else {
                who.fills(name, value);
            }
        });
        tally.forEach(who::fills);
        if (!outcome.isEmpty()) {
            who.marks("outcome", outcome);
        }
        who.clicks("保存").sees("办理记录已保存");
    }

    private void close(Visitor who, String day) {
        county.livesOn(LocalDate.parse(day));
        who.comesBackTo(address).fills("closedOn", day).clicks("结束公示").sees("公示已结束");
    }

    private static Map<String, String> tally(String members, String present, String yes) {
        return Map.of("members", members, "present", present, "yes", yes);
    }
}
