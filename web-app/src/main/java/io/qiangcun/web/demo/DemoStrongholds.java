package io.qiangcun.web.demo;

import static io.qiangcun.web.demo.DemoCase.list;
import static io.qiangcun.web.demo.DemoCase.poll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Organisations that are screened and put right, candidates who are reviewed, promises and appraisals. */
final class DemoStrongholds {

    private static final int RECTIFIED = 5;
    private static final int REVIEWED = 6;
    private static final int OBJECTED = 4;
    private static final Map<String, String> FIT =
            Map.of("position", "两委委员", "politics", "meets", "ability", "meets", "conduct", "meets", "farming", "meets");
    private static final int PROMISED = 8;
    private static final int APPRAISED = 4;
    private static final int FEW = 3;
    private static final List<String> DEPARTMENTS = List.of(
            "discipline",
            "organisation",
            "publicity",
            "political-legal",
            "police",
            "procuratorate",
            "court",
            "justice",
            "petition",
            "health",
            "civil-affairs",
            "agriculture");

    private final LocalDate today;
    private final List<DemoOrganisation> villages;
    private final List<DemoOrganisation> committees;
    private final List<DemoCase> cases = new ArrayList<>();

    DemoStrongholds(LocalDate today, List<DemoOrganisation> villages, List<DemoOrganisation> committees) {
        this.today = today;
        this.villages = villages;
        this.committees = committees;
    }

    List<DemoCase> cases() {
        for (var at = 0; at < RECTIFIED; at++) {
            rectification(villages.get(90 + at), at);
        }
        for (var at = 0; at < FEW; at++) {
            screening(villages.get(100 + at), at);
            midterm(villages.get(130 + at), at);
            inspection(villages.get(135 + at), at);
        }
        for (var at = 0; at < REVIEWED; at++) {
            qualification(villages.get(105 + at), at);
        }
        for (var at = 0; at < PROMISED; at++) {
            promise(villages.get(115 + at), at);
        }
        for (var at = 0; at < APPRAISED; at++) {
            appraisal(villages.get(125 + at), at);
        }
        committees.stream().limit(2).forEach(this::promise);
        for (var at = 0; at < 2; at++) {
            letter(villages.get(140 + at));
            assessment(villages.get(145 + at), at);
        }
        return cases;
    }

    /** From the proposal to the year after; the further down, the further on. */
    private void rectification(DemoOrganisation village, int at) {
        var on = today.minusDays(20L + at * 160L);
        var past = matter("party.rectification", village, village.name() + "整顿", on)
                .done(
                        "proposal",
                        on,
                        "done",
                        Map.of("problems", list(Map.of("code", "W04", "facts", "主题党日和党课多次没有按期开展"))))
                .done("identified", on.plusDays(7), "approved", Map.of("opinion", "同意列为整顿对象。"));
        if (at == 0) {
            return;
        }
        past.done(
                        "slots",
                        on.plusDays(12),
                        "done",
                        Map.of("slot1", "联系领导", "slot2", "包抓领导", "slot3", "驻点第一书记", "slot4", "结对单位党支部"))
                .done(
                        "plan",
                        on.plusDays(20),
                        "done",
                        Map.of(
                                "items",
                                list(
                                        Map.of(
                                                "problem",
                                                "组织生活不正常",
                                                "measure",
                                                "排定全年计划",
                                                "owner",
                                                village.holder(),
                                                "due",
                                                on.plusDays(60).toString()),
                                        Map.of(
                                                "problem",
                                                "后备力量不足",
                                                "measure",
                                                "培养两名后备人选",
                                                "owner",
                                                village.holder(),
                                                "due",
                                                on.plusDays(120).toString()))))
                .done("progress", on.plusDays(50), "going-on", progress("第一项已经完成。", "yes", "no"));
        if (at == 1) {
            return;
        }
        past.done("progress", on.plusDays(110), "finished", progress("两项任务全部完成。", "yes", "yes"))
                .done("self-check", on.plusDays(115), "ready", Map.of("report", "自查合格，申请验收。"));
        if (at == 2) {
            past.done("town-check", on.plusDays(125), "failed", Map.of("findings", "资料不全，返工。"));
            return;
        }
        past.done("town-check", on.plusDays(125), "passed", Map.of("findings", "初验合格。"))
                .done(
                        "county-check",
                        on.plusDays(140),
                        "passed",
                        Map.of("poll", poll("satisfied", 27, "mostly", "unsatisfied"), "findings", "验收合格。"))
                .done("tracking", on.plusDays(300), "stable", Map.of("findings", "运行正常。"));
        if (at == RECTIFIED - 1) {
            past.done("tracking", on.plusDays(510), "finished", Map.of("findings", "跟踪一年，没有反弹。"));
        }
    }

    private static Map<String, String> progress(String note, String first, String second) {
        return Map.of("note", note, "state", list(Map.of("done", first), Map.of("done", second)));
    }

    private void screening(DemoOrganisation village, int at) {
        var on = today.withDayOfYear(1).plusDays(20L + at);
        var group = list(Map.of("name", "排查组长", "post", "上级党委"));
        var past = matter("party.weak-screening", village, village.name() + "排查", on);
        if (at > 0) {
            past.done("screening", on, "none", Map.of("group", group));
        } else {
            past.done(
                            "screening",
                            on,
                            "found",
                            Map.of("group", group, "problems", list(Map.of("code", "W09", "facts", "集体收入主要靠土地发包"))))
                    .done("confirmation", on.plusDays(15), "rejected", Map.of("opinion", "列入重点帮扶，不作整顿对象。"));
        }
    }

    /** The first ones wait for departments, the later ones are through. */
    private void qualification(DemoOrganisation village, int at) {
        var on = today.minusDays(at < 4 ? 8L : 90L);
        var past = person("party.qualification", village, 3, on)
                .done("self-check", on, "done", FIT)
                .done("township", on.plusDays(3), "passed", Map.of("opinion", "同意上报联审。"));
        var heard = at < 4 ? at * 3 : DEPARTMENTS.size();
        for (var department : DEPARTMENTS.subList(0, heard)) {
            var objects = at == OBJECTED && department.equals("civil-affairs");
            past.done(
                    "dept-" + department,
                    on.plusDays(5),
                    objects ? "object" : "pass",
                    Map.of("opinion", objects ? "证明材料不全。" : "无异议。", "signer", "部门负责人"));
        }
        if (at == OBJECTED) {
            past.done("conclusion", on.plusDays(8), "failed", Map.of("grounds", "证明材料不全。", "notice", "补齐材料后重新联审。"));
            cases.add(past.again("证明材料已补齐", on.plusDays(30)).done("self-check", on.plusDays(31), "done", FIT));
        } else if (at >= 4) {
            past.done("conclusion", on.plusDays(8), "passed", Map.of("grounds", "各部门均无异议。"))
                    .shown("publication", on.plusDays(9), "done", Map.of("channel", "公开栏"), on.plusDays(20));
        }
    }

    private void promise(DemoOrganisation village, int at) {
        var on = today.minusDays(30L + at * 45L);
        var past = promised(person("party.commitment-secretary", village, 0, on), village, on, at > 0);
        if (at > 2) {
            past.done(
                    "carry",
                    on.plusDays(80),
                    "going-on",
                    Map.of("state", list(Map.of("done", "yes"), Map.of("done", "no"))));
        }
        if (at > 5) {
            past.done(
                            "carry",
                            on.plusDays(160),
                            "finished",
                            Map.of("state", list(Map.of("done", "yes"), Map.of("done", "yes"))))
                    .done(
                            "review",
                            on.plusDays(180),
                            "done",
                            Map.of(
                                    "poll",
                                    poll("kept", 26, "mostly", "broken"),
                                    "scores",
                                    list(Map.of("score", "92"), Map.of("score", "85"))))
                    .done("archive", on.plusDays(185), "done", Map.of("kept", "党支部档案柜"));
        }
    }

    private void promise(DemoOrganisation committee) {
        var on = today.minusDays(100);
        var past = DemoCase.about("party.commitment-township", committee.place(), DemoPeople.leaderOf(committee), on);
        cases.add(promised(past, committee, on, true));
    }

    private void letter(DemoOrganisation village) {
        var on = today.minusDays(120);
        promised(matter("party.responsibility-letter", village, today.getYear() + "年党建工作责任状", on), village, on, true);
    }

    private DemoCase promised(DemoCase past, DemoOrganisation by, LocalDate on, boolean vetted) {
        past.done(
                "propose",
                on,
                "done",
                Map.of(
                        "items",
                        list(
                                Map.of(
                                        "promise",
                                        "按期开展组织生活",
                                        "target",
                                        "全年不缺项",
                                        "owner",
                                        by.holder(),
                                        "due",
                                        on.plusDays(200).toString()),
                                Map.of(
                                        "promise",
                                        "办好三件实事",
                                        "target",
                                        "三件全部办结",
                                        "owner",
                                        by.holder(),
                                        "due",
                                        on.plusDays(150).toString()))));
        return vetted
                ? past.done("vet", on.plusDays(6), "agreed", Map.of("opinion", "同意。"))
                        .shown("publish", on.plusDays(8), "done", Map.of("channel", "公开栏"), on.plusDays(16))
                : past;
    }

    private void appraisal(DemoOrganisation village, int at) {
        var on = today.minusDays(200L + at * 20L);
        var past = person("party.appraisal", village, 0, on)
                .done("scope", on, "done", Map.of("year", Integer.toString(on.getYear())))
                .done("precheck", on.plusDays(5), "done", Map.of("findings", "查阅资料、走访党员群众。"))
                .done("report", on.plusDays(10), "done", Map.of("report", "述职报告。"))
                .done("comment", on.plusDays(10), "done", Map.of("comment", "党建引领产业思路清楚，后备力量培养不够。"))
                .done("test", on.plusDays(10), "done", Map.of("poll", poll("good", 22, "fair", "weak", "bad")))
                .done(
                        "grade",
                        on.plusDays(20),
                        "done",
                        Map.of(
                                "grade",
                                at == 0 ? "good" : at == APPRAISED - 1 ? "bad" : "fair",
                                "merit",
                                at == 0 ? "excellent" : "mostly"))
                .done(
                        "feedback",
                        on.plusDays(25),
                        "done",
                        Map.of(
                                "problems",
                                list(
                                        Map.of("problem", "后备力量培养不够", "source", "述职评议"),
                                        Map.of("problem", "集体经济项目单一", "source", "述前核查"))))
                .done(
                        "fixes",
                        on.plusDays(35),
                        "done",
                        Map.of(
                                "fixes",
                                list(
                                        Map.of(
                                                "problem",
                                                "1",
                                                "measure",
                                                "确定三名后备人选",
                                                "due",
                                                on.plusDays(90).toString()),
                                        Map.of(
                                                "problem",
                                                "2",
                                                "measure",
                                                "新上一个项目",
                                                "due",
                                                on.plusDays(150 + at * 40).toString()))))
                .done(
                        "duties",
                        on.plusDays(36),
                        "done",
                        Map.of(
                                "duties",
                                list(
                                        Map.of("fix", "1", "owner", village.holder()),
                                        Map.of("fix", "2", "owner", village.holder()))))
                .done("followup", on.plusDays(40), "done", Map.of("action", at == 0 ? "train" : "rectify"));
        if (at > 1) {
            past.done(
                    "rectify",
                    on.plusDays(110),
                    "going-on",
                    Map.of("state", list(Map.of("done", "yes"), Map.of("done", "no"))));
        }
    }

    private void midterm(DemoOrganisation village, int at) {
        var on = today.minusDays(60L + at);
        var past = person("party.midterm", village, 1, on)
                .done("field", on, "done", Map.of("post", "党支部副书记", "findings", "履职情况较好。"))
                .done("test", on, "done", Map.of("poll", poll("good", 20, "fit", "mostly", "unfit")));
        if (at > 0) {
            past.done("rating", on.plusDays(20), "done", Map.of("rating", "fit", "advice", "keep", "opinion", "继续任用。"));
        }
    }

    private void inspection(DemoOrganisation village, int at) {
        var on = today.minusDays(75);
        var past = matter("party.election-inspection", village, "换届“回头看”", on);
        if (at == 0) {
            past.done("inspect", on, "clean", Map.of("inspectors", "检查组", "findings", "没有发现问题。"));
        } else {
            past.done(
                    "inspect",
                    on,
                    "found",
                    Map.of(
                            "inspectors",
                            "检查组",
                            "findings",
                            "分工公示不完整。",
                            "issues",
                            list(Map.of(
                                    "problem",
                                    "分工没有公示",
                                    "measure",
                                    "补充公示",
                                    "owner",
                                    village.holder(),
                                    "due",
                                    on.plusDays(30L * (at + 1)).toString()))));
        }
    }

    private void assessment(DemoOrganisation village, int at) {
        var on = today.minusDays(40L + at * 10L);
        var past = matter("party.committee-assessment", village, today.getYear() + "年班子运行评估", on)
                .done("self", on, "done", Map.of("report", "班子团结，分工明确。"));
        if (at > 0) {
            past.done("test", on.plusDays(8), "done", Map.of("poll", poll("good", 25, "fair", "weak", "bad")));
        }
    }

    private DemoCase person(String code, DemoOrganisation village, int member, LocalDate on) {
        var past = DemoCase.about(code, village.place(), DemoPeople.memberOf(village, member), on);
        cases.add(past);
        return past;
    }

    private DemoCase matter(String code, DemoOrganisation village, String what, LocalDate on) {
        var past = DemoCase.on(code, village.place(), what, on);
        cases.add(past);
        return past;
    }
}
