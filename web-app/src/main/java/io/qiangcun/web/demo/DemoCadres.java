package io.qiangcun.web.demo;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The cadres of the source: 21 were rewarded, 16 suspended, 30 left their posts. */
final class DemoCadres {

    private static final int REWARDED = 21;
    private static final int SUSPENDED_BEFORE = 12;
    private static final int SUSPENDED_NOW = 4;
    private static final int CARDS = 2;
    private static final int YEAR = 365;
    private static final Map<String, String> VERIFIED = Map.of("findings", "经核实情况属实。", "heard", "本人没有异议。");

    private final LocalDate today;
    private final List<DemoOrganisation> villages;
    private final List<DemoOrganisation> former;
    private final List<DemoCase> cases = new ArrayList<>();

    DemoCadres(LocalDate today, List<DemoOrganisation> villages, List<DemoOrganisation> former) {
        this.today = today;
        this.villages = villages;
        this.former = former;
    }

    List<DemoCase> cases() {
        for (var at = 0; at < REWARDED; at++) {
            reward(villages.get(40 + at), at);
        }
        for (var at = 0; at < SUSPENDED_BEFORE; at++) {
            suspendedBefore(former.get(at), at);
        }
        for (var at = 0; at < SUSPENDED_NOW; at++) {
            suspendedNow(villages.get(70 + at), at);
        }
        for (var at = 0; at < former.size(); at++) {
            exit(former.get(at), at);
        }
        for (var at = 0; at < CARDS; at++) {
            card(villages.get(80 + at), at);
        }
        return cases;
    }

    private void reward(DemoOrganisation village, int at) {
        var on = today.minusDays(60L + at * 70L);
        var past = about("party.cadre-reward", village.place(), DemoPeople.memberOf(village, 0), on)
                .done("report", on, "done", Map.of("condition", at % 2 == 0 ? "A1" : "A2", "facts", "工作成效明显。"))
                .done("verify", on.plusDays(10), "confirmed", Map.of("findings", "经核实情况属实。"))
                .done("decide", on.plusDays(20), "rewarded", Map.of("decision", "通报表扬，优先评先选优。"));
        if (at > 1) {
            past.done("filing", on.plusDays(30), "done", Map.of());
        }
    }

    private void suspendedBefore(DemoOrganisation village, int at) {
        var on = today.minusDays(3L * YEAR + at * 25L);
        suspended(village, DemoPeople.memberOf(village, DemoPeople.FORMER), on, at)
                .done("review", on.plusDays(42), "restored", Map.of("poll", poll(24), "conclusion", "合格，恢复履职。"));
    }

    /** Two within their month, one prolonged, one back in his post. */
    private void suspendedNow(DemoOrganisation village, int at) {
        var on = today.minusDays(at < 2 ? 15L + at * 5L : 110L);
        var past = suspended(village, DemoPeople.memberOf(village, 1), on, at);
        if (at == 2) {
            past.done("review", on.plusDays(42), "failed", Map.of("poll", poll(9), "conclusion", "不合格，延长停职。"));
        }
        if (at == 3) {
            past.done("review", on.plusDays(42), "restored", Map.of("poll", poll(25), "conclusion", "合格，恢复履职。"));
        }
    }

    private DemoCase suspended(DemoOrganisation village, PersonId who, LocalDate on, int at) {
        return about("party.cadre-suspension", village.place(), who, on)
                .done(
                        "report",
                        on,
                        "done",
                        Map.of("condition", at % 2 == 0 ? "B1" : "B2", "criticisms", "3", "facts", "多次被通报批评。"))
                .done("verify", on.plusDays(4), "confirmed", VERIFIED)
                .done("decide", on.plusDays(8), "suspended", Map.of("decision", "停职一个月。", "work", "协助人居环境整治。"));
    }

    private void exit(DemoOrganisation village, int at) {
        var on = today.minusDays(120L + at * 28L);
        about("party.cadre-exit", village.place(), DemoPeople.memberOf(village, DemoPeople.FORMER), on)
                .done("report", on, "done", Map.of("condition", "C" + (1 + at % 3), "facts", "不再适合继续任职。"))
                .done("verify", on.plusDays(6), "confirmed", VERIFIED)
                .done("decide", on.plusDays(12), "ended", Map.of("decision", "结束村党组织职务。", "villagers", "none"))
                .done("appeal", on.plusDays(43), "none", Map.of())
                .done("filing", on.plusDays(50), "done", Map.of());
    }

    private void card(DemoOrganisation village, int at) {
        var on = today.minusDays(30L + at * 50L);
        var past = about("party.card", village.place(), DemoPeople.memberOf(village, 0), on)
                .done(
                        "report",
                        on,
                        "done",
                        Map.of(
                                "year",
                                Integer.toString(on.getYear() - 1),
                                "colour",
                                "yellow",
                                "period",
                                "year",
                                "target",
                                "100000",
                                "actual",
                                "70000",
                                "second",
                                "no",
                                "reason",
                                "项目投产较晚。"))
                .done("decide", on.plusDays(5), "issued", Map.of("measures", "60日内落实增收项目。", "help", "由包联单位帮助落实项目和销路。"));
        if (at == 1) {
            past.done("lift", on.plusDays(50), "lifted", Map.of("findings", "增收项目已经落实。"));
        }
    }

    private DemoCase about(String code, PlaceCode place, PersonId who, LocalDate on) {
        var past = DemoCase.about(code, place, who, on);
        cases.add(past);
        return past;
    }

    private static String poll(int fit) {
        return DemoCase.poll("fit", fit, "unfit", "mostly");
    }
}
