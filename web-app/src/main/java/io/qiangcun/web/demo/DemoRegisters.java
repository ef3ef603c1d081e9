package io.qiangcun.web.demo;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.RegisterPerson;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.register.Cells;
import io.qiangcun.core.register.PastRow;
import io.qiangcun.core.register.RowId;
import io.qiangcun.party.organisation.OrganisationKind;
import io.qiangcun.party.training.ClassId;
import io.qiangcun.party.training.ClassKind;
import io.qiangcun.party.training.HoldClass;
import io.qiangcun.party.training.PastAttendance;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the demo county keeps in its registers, and how its members studied; a few places lack what others have. */
final class DemoRegisters {

    private static final List<String> SOURCES =
            List.of("prosperous", "graduate", "veteran", "returned", "grid", "cooperative");
    private static final List<String> COMMITTEES = List.of("mediation", "security", "health", "civil");
    private static final List<String> COMMITTEE_NAMES = List.of("人民调解", "治安保卫", "公共卫生", "民政");
    private static final List<String> STREAMS = List.of("organisation", "members", "industry", "harmony", "welfare");
    private static final List<String> STREAM_TOPICS = List.of("支部主题党日联办", "党员结对学习", "产业项目现场观摩", "邻里纠纷联合调解", "助老助学服务");
    private static final List<String> FIELDS = List.of("肉牛养殖", "玉米制种", "电商服务", "农机作业", "庭院经济", "乡村旅游", "财务管理", "基层治理");
    private static final List<String> TOPICS = List.of("村内道路养护", "灌溉用水轮灌次序", "草畜平衡管理", "环境卫生保洁安排", "文化活动室开放时间");
    private static final List<String> DUTIES = List.of("政策宣传岗", "环境监督岗", "帮扶服务岗");
    private static final List<String> DUTY_KINDS = List.of("pioneer", "zone", "model");
    private static final String DISPATCHED = "选派单位";

    private static final List<String> SPECIES = List.of("salix", "hedysarum", "caragana");
    private static final List<String> SPOTS = List.of("村道两侧", "沙地林网", "河滩护岸", "房前屋后");
    private static final List<String[]> TASKS = List.of(
            new String[] {"planning", "核对村庄规划红线"},
            new String[] {"toilets", "卫生厕所维护排查"},
            new String[] {"sewage", "污水收集池清掏"},
            new String[] {"refuse", "存量垃圾清运"});
    // 40 rows of 2,760 plants on 9.95 mu: over 110,000 plants, almost 400 mu
    private static final int PLANTINGS = 40;
    private static final int PLANTING_VILLAGES = 7;
    private static final int PLANTS_EACH = 2760;
    private static final long AREA_EACH = 995;

    private static final int FEW_RESERVES = 24;
    private static final int TEAMS = 19;
    private static final int CONTACTS = 40;

    private final LocalDate today;
    private final Map<PersonId, String> names;
    private final List<DemoOrganisation> villages;
    private final List<DemoOrganisation> organs;
    private final List<PastRow> rows = new ArrayList<>();
    private final List<HoldClass> classes = new ArrayList<>();
    private final List<PastAttendance> attendances = new ArrayList<>();

    private DemoRegisters(List<DemoOrganisation> organisations, List<RegisterPerson> people, LocalDate today) {
        this.today = today;
        this.names = people.stream()
                .collect(toMap(RegisterPerson::id, person -> person.details().name()));
        this.villages = organisations.stream()
                .filter(organisation -> organisation.rural()
                        && organisation.kind() == OrganisationKind.BRANCH
                        && organisation.login().startsWith("village-"))
                .toList();
        this.organs = organisations.stream()
                .filter(organisation -> !organisation.rural()
                        && organisation.kind() == OrganisationKind.BRANCH
                        && organisation.structure().memberCount() >= 8)
                .toList();
    }

    static DemoRegisters of(List<DemoOrganisation> organisations, List<RegisterPerson> people, LocalDate today) {
        var demo = new DemoRegisters(organisations, people, today);
        for (var number = 0; number < demo.villages.size(); number++) {
            demo.village(demo.villages.get(number), number);
        }
        for (var number = 0; number < TEAMS; number++) {
            demo.team(demo.villages.get(number * demo.villages.size() / TEAMS), number);
        }
        for (var number = 0; number < CONTACTS; number++) {
            demo.contact(demo.villages.get(number * demo.villages.size() / CONTACTS), number);
        }
        demo.plant();
        for (var number = 0; number < demo.villages.size(); number++) {
            demo.serve(demo.villages.get(number), number);
        }
        demo.publish();
        demo.county();
        organisations.stream()
                .filter(organisation -> organisation.kind() == OrganisationKind.BRANCH)
                .forEach(demo::study);
        demo.trainCounty();
        return demo;
    }

    List<PastRow> rows() {
        return rows;
    }

    List<HoldClass> classes() {
        return classes;
    }

    List<PastAttendance> attendances() {
        return attendances;
    }

    private void village(DemoOrganisation village, int number) {
        var random = new DemoRandom("registers", village.login());
        reserves(village, number, random);
        for (var at = 0; at < COMMITTEES.size(); at++) {
            var committee = enter(
                    "party.subcommittee",
                    village,
                    "kind",
                    COMMITTEES.get(at),
                    "head",
                    member(village, at),
                    "since",
                    day(-240));
            if (at == 0) {
                enter(
                        "party.subcommittee-member",
                        village,
                        committee,
                        "person",
                        member(village, 5),
                        "duty",
                        COMMITTEE_NAMES.get(at),
                        "since",
                        day(-240));
            }
        }
        if (number % 45 != 11) {
            var adopted = random.between(120, 900);
            enter(
                    "party.village-rules",
                    village,
                    "name",
                    village.name().replace("党支部", "") + "村规民约",
                    "kind",
                    "rules",
                    "adoptedOn",
                    day(-adopted),
                    "filedOn",
                    random.happens(0.93) ? day(-adopted + 12) : "");
        }
        for (var at = 0; at < 2; at++) {
            var held = random.between(5, 300);
            enter(
                    "party.consultation",
                    village,
                    "topic",
                    random.oneOf(TOPICS),
                    "heldOn",
                    day(-held),
                    "people",
                    random.between(12, 45),
                    "opinion",
                    "同意按商定的办法实施，由村务监督机构监督。",
                    "resultOn",
                    held > 30 ? day(-held + 20) : "");
            enter(
                    "party.supervision-report",
                    village,
                    "matter",
                    at == 0 ? "季度收支公开情况" : "惠民补贴发放情况",
                    "kind",
                    at == 0 ? "finance" : "benefits",
                    "reportedOn",
                    day(-random.between(5, 300)),
                    "opinion",
                    "公开内容与票据一致，未发现问题。");
            enter(
                    "party.archive",
                    village,
                    "number",
                    "%d-%02d".formatted(today.getYear() - 1, at + 1),
                    "name",
                    at == 0 ? "年度组织生活记录" : "村民代表会议记录",
                    "kind",
                    at == 0 ? "party" : "affairs",
                    "year",
                    today.getYear() - 1,
                    "kept",
                    "permanent",
                    "shelf",
                    "档案柜第" + (at + 1) + "层");
        }
        for (var at = 0; at < DUTIES.size(); at++) {
            var post = enter(
                    "party.duty-post",
                    village,
                    "kind",
                    DUTY_KINDS.get(at),
                    "name",
                    DUTIES.get(at),
                    "person",
                    member(village, 8 + at),
                    "area",
                    "第" + (at + 1) + "片区",
                    "duties",
                    "联系片区群众，收集意见，宣传政策。",
                    "since",
                    day(-200));
            if (at == 0) {
                enter("party.duty-log", village, post, "what", "入户宣传政策并收集意见", "doneOn", day(-random.between(3, 40)));
            }
        }
        enter(
                "party.assignment",
                village,
                "kind",
                "leader",
                "unit",
                "（演示）四机关",
                "person",
                member(organs.get(number % organs.size()), 0),
                "task",
                "逐一制定工作方案、拟定增收举措。",
                "since",
                day(-300));
        enter(
                "party.pay",
                village,
                "person",
                member(village, 0),
                "kind",
                "serving",
                "post",
                "党支部书记",
                "monthly",
                3_200,
                "since",
                LocalDate.of(today.getYear(), 1, 1),
                "checkedOn",
                LocalDate.of(today.getYear(), 1, 20));
        enter(
                "party.graduate",
                village,
                "person",
                member(village, 2),
                "school",
                "（演示）高等院校",
                "programme",
                "recruited",
                "post",
                "村务助理",
                "since",
                day(-random.between(200, 700)),
                "until",
                day(random.between(150, 900)),
                "mentor",
                member(village, 0),
                "promotedOn",
                random.happens(0.2) ? day(-100) : "");
        if (number % 3 == 0) {
            enter(
                    "party.brand",
                    village,
                    "name",
                    random.oneOf(FIELDS) + "先锋",
                    "meaning",
                    "以党员示范户带动农户发展" + random.oneOf(FIELDS) + "。",
                    "since",
                    day(-500));
            enter(
                    "party.campaign-task",
                    village,
                    "campaign",
                    "opening",
                    "task",
                    "班子成员入户走访全覆盖",
                    "person",
                    member(village, 0),
                    "since",
                    day(-200),
                    "dueOn",
                    day(number % 60 == 0 ? 10 : 60),
                    "doneOn",
                    "");
            enter(
                    "party.volunteer",
                    village,
                    "topic",
                    "清理公共区域环境卫生",
                    "kind",
                    "environment",
                    "servedOn",
                    day(-random.between(3, 60)),
                    "people",
                    random.between(6, 20));
        }
        if (number % 7 == 0) {
            enter(
                    "party.honour",
                    village,
                    "name",
                    number % 14 == 0 ? "文明村" : "先进基层党组织",
                    "level",
                    number % 21 == 0 ? "city" : "county",
                    "by",
                    "（演示）授予单位",
                    "awardedOn",
                    day(-random.between(60, 900)));
        }
        if (number % 6 == 1) {
            var mentor = enter(
                    "party.mentor",
                    village,
                    "person",
                    member(village, 6),
                    "kind",
                    number % 12 == 1 ? "retired" : "mentor",
                    "studio",
                    number % 12 == 1 ? "老书记工作室" : "",
                    "since",
                    day(-300),
                    "until",
                    day(number % 48 == 1 ? 20 : 430));
            enter(
                    "party.mentor-pair",
                    village,
                    mentor,
                    "person",
                    member(village, 2),
                    "since",
                    day(-290),
                    "goal",
                    "熟悉村级事务和群众工作");
        }
        if (number % 9 == 2) {
            enter(
                    "party.education-programme",
                    village,
                    "person",
                    member(village, 7),
                    "programme",
                    number % 2 == 0 ? "education" : "reserve",
                    "school",
                    "（演示）开放大学",
                    "level",
                    "college",
                    "enrolledOn",
                    day(-500),
                    "finishedOn",
                    number % 4 == 0 ? day(-60) : "");
            enter(
                    "party.talent",
                    village,
                    "name",
                    "演示人才%03d".formatted(number),
                    "way",
                    "returned",
                    "speciality",
                    random.oneOf(FIELDS),
                    "post",
                    "合作社技术员",
                    "since",
                    day(-random.between(30, 400)));
        }
    }

    /** Three for each village, but for some; who was promoted has left the pool. */
    private void reserves(DemoOrganisation village, int number, DemoRandom random) {
        var wanted = number % FEW_RESERVES == 5 ? 2 : random.happens(0.2) ? 4 : 3;
        for (var at = 0; at < wanted; at++) {
            var reserve = enter(
                    "party.reserve-pool",
                    village,
                    "person",
                    member(village, 11 + at),
                    "source",
                    SOURCES.get((number + at) % SOURCES.size()),
                    "party",
                    "yes",
                    "enrolledOn",
                    day(-random.between(100, 700)),
                    "mentor",
                    member(village, 0),
                    "direction",
                    at == 0 ? "党支部书记" : "“两委”成员",
                    "plan",
                    "安排跟班锻炼，参加集中培训，每半年考察一次。");
            if (at == 0 && number % 2 == 0) {
                enter(
                        "party.reserve-training",
                        village,
                        reserve,
                        "heldOn",
                        day(-random.between(5, 120)),
                        "form",
                        "shadowing",
                        "content",
                        "跟班参与矛盾调解和代办服务，表现积极。");
            }
        }
        if (number % 10 < 7) {
            var id = id("party.reserve-pool", village.login(), "promoted");
            rows.add(new PastRow(
                    id,
                    "party.reserve-pool",
                    village.place(),
                    null,
                    cells(
                            "person",
                            member(village, 3),
                            "source",
                            "prosperous",
                            "party",
                            "yes",
                            "enrolledOn",
                            day(-900),
                            "promotedOn",
                            day(-240),
                            "promotedTo",
                            "村民委员会委员"),
                    today.minusDays(240),
                    "已进入“两委”"));
        }
    }

    private void team(DemoOrganisation village, int number) {
        var organ = organs.get(number % organs.size());
        var random = new DemoRandom("team", village.login());
        var from = today.minusDays(number == 3 ? 700 : random.between(200, 500));
        var until = number == 3 ? today.plusDays(25) : from.plusYears(2);
        var name = village.name().replace("党支部", "");
        var team = enter(
                "party.resident-team",
                village,
                "name",
                name + "驻村工作队",
                "kind",
                "village",
                "unit",
                DISPATCHED,
                "leader",
                member(organ, 1),
                "rank",
                "section",
                "since",
                from,
                "until",
                until);
        var size = number == 7 ? 2 : number % 2 == 0 ? 4 : 3;
        for (var at = 0; at < size; at++) {
            enter(
                    "party.resident-member",
                    village,
                    team,
                    "person",
                    member(organ, 1 + at),
                    "role",
                    at == 0 ? "first" : "member",
                    "unit",
                    DISPATCHED,
                    "fullTime",
                    "yes",
                    "since",
                    from,
                    "until",
                    until);
        }
        enter(
                "party.first-secretary",
                village,
                "person",
                member(organ, 1),
                "unit",
                DISPATCHED,
                "batch",
                "第三批",
                "reason",
                number % 3 == 0 ? "weak" : "revival",
                "fullTime",
                "yes",
                "since",
                from,
                "until",
                until);
        for (var back = 1; back <= 3; back++) {
            if (number % 8 != 2 || back > 1) {
                enter(
                        "party.resident-report",
                        village,
                        team,
                        "month",
                        YearMonth.from(today).minusMonths(back),
                        "days",
                        size * random.between(20, 24),
                        "work",
                        "走访农户，协助办理惠民政策，指导组织生活。");
            }
        }
        enter(
                "party.resident-spending",
                village,
                team,
                "spentOn",
                day(-random.between(20, 200)),
                "purpose",
                "村内照明设施",
                "amount",
                random.between(10, 80) * 1000,
                "source",
                "unit");
    }

    /** As many plants and as much land as the account of one township speaks of, and what its villages were asked to do. */
    /** Two shifts a week: those of last week were kept, and of the coming ones one place is still free. */
    private void keepTurns(DemoOrganisation village, int number, RowId post) {
        for (var weekday : List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY)) {
            enter(
                    "services.volunteer-shift",
                    village,
                    post,
                    "weekday",
                    "d" + weekday.getValue(),
                    "slot",
                    "morning",
                    "time",
                    "8:30—11:30",
                    "needs",
                    2,
                    "hours",
                    3,
                    "since",
                    day(-300));
            var last = today.with(TemporalAdjusters.previous(weekday));
            turn(village, post, member(village, 2), last, "3");
            turn(village, post, member(village, 3), last, number % 16 == 0 ? "" : "3");
            turn(village, post, member(village, 3), today.with(TemporalAdjusters.next(weekday)), "");
        }
    }

    private void turn(DemoOrganisation village, RowId post, Named person, LocalDate day, String hours) {
        enter(
                "services.volunteer-hours",
                village,
                post,
                "person",
                person,
                "servedOn",
                day,
                "slot",
                "morning",
                "hours",
                hours);
    }

    /** What a centre of a village does beside requests. */
    private void serve(DemoOrganisation village, int number) {
        var random = new DemoRandom("serve", village.login());
        if (number % 2 == 0) {
            var post = enter(
                    "services.volunteer-post",
                    village,
                    "name",
                    "帮办代办岗",
                    "duty",
                    "帮老人填表、跑腿代办",
                    "schedule",
                    "每周一、三上午",
                    "claimedBy",
                    member(village, 2),
                    "since",
                    day(-300));
            for (var at = 0; at < 2; at++) {
                enter(
                        "services.volunteer-hours",
                        village,
                        post,
                        "person",
                        member(village, 2 + at),
                        "servedOn",
                        day(-random.between(1, 200)),
                        "hours",
                        random.between(1, 4),
                        "people",
                        random.between(1, 8),
                        "what",
                        at == 0 ? "帮助老人办理待遇资格认证" : "上门代收申请材料");
            }
            keepTurns(village, number, post);
        }
        if (number % 3 == 0) {
            var reported = enter(
                    "services.report-in",
                    village,
                    "kind",
                    "unit",
                    "unit",
                    organs.get(number % organs.size()).name(),
                    "reportedOn",
                    day(-250),
                    "offers",
                    "政策咨询");
            for (var held : List.of(random.between(125, 240), random.between(10, 115))) {
                enter(
                        "services.report-in-activity",
                        village,
                        reported,
                        "what",
                        held > 120 ? "入户走访和政策咨询" : "环境整治和志愿服务",
                        "heldOn",
                        day(-held),
                        "hours",
                        random.between(2, 6));
            }
            if (number % 12 != 0) {
                enter(
                        "services.report-in-feedback",
                        village,
                        reported,
                        "period",
                        "上半年",
                        "sentOn",
                        day(-120),
                        "opinion",
                        "按时报到，参加活动。");
            }
        }
        var room = enter(
                "services.culture-facility",
                village,
                "kind",
                "room",
                "name",
                "文化室",
                "area",
                random.between(40, 120),
                "hours",
                "每天8:30—17:30",
                "openedOn",
                day(-900));
        if (number % 4 == 0) {
            enter(
                    "services.facility-booking",
                    village,
                    room,
                    "what",
                    "排练节目",
                    "usedOn",
                    day(-random.between(1, 90)),
                    "slot",
                    "evening",
                    "by",
                    "文艺队",
                    "people",
                    random.between(8, 30));
            enter(
                    "services.facility-booking",
                    village,
                    room,
                    "what",
                    "排练节目",
                    "usedOn",
                    day(3),
                    "slot",
                    "evening",
                    "by",
                    "文艺队");
            enter(
                    "services.culture-household",
                    village,
                    "person",
                    member(village, 4),
                    "speciality",
                    "民族乐器",
                    "namedOn",
                    day(-400));
        }
        if (number % 2 == 1) {
            enter(
                    "services.culture-facility",
                    village,
                    "kind",
                    "library",
                    "name",
                    "草原书屋",
                    "books",
                    random.between(600, 1800),
                    "hours",
                    "每天8:30—17:30",
                    "openedOn",
                    day(-800));
            enter(
                    "services.practical-matter",
                    village,
                    "what",
                    "更换坏了的路灯",
                    "lead",
                    "党群服务中心",
                    "listedOn",
                    day(-150),
                    "dueOn",
                    day(-30),
                    "doneOn",
                    number % 5 == 0 ? "" : day(-40),
                    "people",
                    random.between(40, 300));
        }
    }

    /** Venues that the sources name; of the livelihood projects they give the name of the list only. */
    private void publish() {
        var venues = List.of("努图克动植物博物馆", "《我和我的祖国》展览馆", "巴音希利嘎查少数民族特色村寨");
        var kinds = List.of("museum", "hall", "minority");
        for (var at = 0; at < venues.size(); at++) {
            at(
                    "services.culture-venue",
                    DemoCounty.ROOT,
                    null,
                    "venue" + at,
                    "kind",
                    kinds.get(at),
                    "name",
                    venues.get(at),
                    "listedOn",
                    day(-500));
        }
        for (var at = 1; at <= 3; at++) {
            at(
                    "services.livelihood-project",
                    DemoCounty.ROOT,
                    null,
                    "livelihood" + at,
                    "year",
                    today.getYear(),
                    "name",
                    "民生实事项目（示例" + at + "）",
                    "lead",
                    "责任单位",
                    "target",
                    "按公布的文件填写",
                    "publishedOn",
                    day(-260),
                    "publishedIn",
                    "政府网站",
                    "doneOn",
                    at == 1 ? day(-20) : "");
        }
        answer("材料没带齐，能不能先受理？", "标明“可以先承诺、后补交”的材料，可以先受理，在承诺的日期前补交。", "本地实施清单");
        answer("受理编号忘了怎么办？", "到提出诉求时选的党群服务中心，说明姓名和手机号，由工作人员查询；也可以重新提出。", "党群服务中心办事须知");
        answer("老人不会用手机怎么办？", "可以到窗口办、打电话办，也可以请网格员或者志愿者代办；代办要有本人的书面委托。", "党群服务中心办事须知");
        answer("事情转给别的单位以后，会告诉我吗？", "凭受理编号和手机号后四位查进度，转给了哪个单位、什么时候办完，都能看到。", "党群服务中心办事须知");
        answer("办得不满意怎么办？", "办结以后可以评价一次；评价为不满意的，由上一级中心联系您，整改结果会告诉您。", "政务服务“好差评”制度");
    }

    private void answer(String question, String answer, String source) {
        at(
                "services.answer",
                DemoCounty.ROOT,
                null,
                "answer-" + question,
                "question",
                question,
                "answer",
                answer,
                "source",
                source,
                "validFrom",
                day(-200));
    }

    private void plant() {
        for (var number = 0; number < PLANTINGS; number++) {
            var village = villages.get(number % PLANTING_VILLAGES);
            var random = new DemoRandom("planting", number);
            // pairs that differ to both sides, so that all rows together give the same sum whatever falls
            var more = number % 2 == 0 ? 1 : -1;
            var shift = new DemoRandom("planting", number / 2).between(0, 9);
            var planting = enter(
                    "grid.planting",
                    village,
                    "species",
                    SPECIES.get(number % SPECIES.size()),
                    "spot",
                    random.oneOf(SPOTS),
                    "plants",
                    String.valueOf(PLANTS_EACH + more * shift * 100),
                    "area",
                    BigDecimal.valueOf(AREA_EACH + (long) more * shift * 50, 2).toPlainString(),
                    "plantedOn",
                    day(-170 - number),
                    "organised",
                    "村民投工");
            if (number % 4 == 0) {
                enter(
                        "grid.planting-check",
                        village,
                        planting,
                        "checkedOn",
                        day(-20 - number),
                        "alive",
                        String.valueOf((PLANTS_EACH + more * shift * 100) * 9 / 10),
                        "measures",
                        "缺株处已补植");
            }
        }
        for (var number = 0; number < TASKS.size() * PLANTING_VILLAGES; number++) {
            var task = TASKS.get(number % TASKS.size());
            enter(
                    "grid.environment-task",
                    villages.get(number % PLANTING_VILLAGES),
                    "kind",
                    task[0],
                    "task",
                    task[1],
                    "assignedOn",
                    day(-60 - number),
                    "dueOn",
                    day(30 + number),
                    "doneOn",
                    number % 3 == 0 ? "" : day(-10));
        }
    }

    private void contact(DemoOrganisation village, int number) {
        var organ = organs.get((number + 5) % organs.size());
        var point = enter(
                "party.contact-point",
                village,
                "leader",
                member(organ, 0),
                "post",
                "（演示）班子成员",
                "unit",
                village,
                "field",
                "rural",
                "promise",
                "每半年至少走访一次，帮助解决一个问题。",
                "since",
                day(-300));
        if (number % 9 != 4) {
            enter(
                    "party.contact-visit",
                    village,
                    point,
                    "visitedOn",
                    day(-new DemoRandom("visit", number).between(3, 160)),
                    "purpose",
                    number % 2 == 0 ? "guide" : "lecture",
                    "record",
                    "参加主题党日，与党员群众座谈，了解支部建设情况。");
        }
        if (number % 4 == 0) {
            enter(
                    "party.contact-problem",
                    village,
                    point,
                    "problem",
                    "活动场所取暖设备老化",
                    "raisedOn",
                    day(-60),
                    "measure",
                    "协调更换设备",
                    "dueOn",
                    day(number % 8 == 0 ? 12 : 60));
        }
    }

    private void county() {
        for (var number = 0; number < FIELDS.size(); number++) {
            var base = at(
                    "party.practice-base",
                    DemoCounty.ROOT,
                    null,
                    "base" + number,
                    "name",
                    FIELDS.get(number) + "实训基地",
                    "field",
                    FIELDS.get(number),
                    "contact",
                    member(organs.get(number), 0),
                    "capacity",
                    40 + number * 10,
                    "since",
                    day(-600));
            at(
                    "party.practice-activity",
                    DemoCounty.ROOT,
                    base,
                    "practice" + number,
                    "topic",
                    FIELDS.get(number) + "现场教学",
                    "heldOn",
                    day(-10 - number * 9),
                    "people",
                    25 + number * 3);
        }
        for (var number = 0; number < 10; number++) {
            var organ = organs.get(10 + number);
            var field = FIELDS.get(number % FIELDS.size());
            var team = at(
                    "party.service-team",
                    DemoCounty.ROOT,
                    null,
                    "team" + number,
                    "name",
                    "第%d助力振兴服务团".formatted(number + 1),
                    "field",
                    field,
                    "leader",
                    member(organ, 0),
                    "since",
                    day(-400));
            for (var member = 1; member < 4; member++) {
                at(
                        "party.service-team-member",
                        DemoCounty.ROOT,
                        team,
                        "member" + number + member,
                        "person",
                        member(organ, member),
                        "speciality",
                        field,
                        "since",
                        day(-400));
            }
            at(
                    "party.service-team-activity",
                    DemoCounty.ROOT,
                    team,
                    "activity" + number,
                    "topic",
                    field + "技术服务",
                    "heldOn",
                    day(-7 - number * 8),
                    "people",
                    30 + number);
        }
        for (var number = 0; number < 12; number++) {
            at(
                    "party.responsibility",
                    DemoCounty.ROOT,
                    null,
                    "task" + number,
                    "task",
                    FIELDS.get(number % FIELDS.size()) + "发展任务",
                    "leader",
                    member(organs.get(number), 0),
                    "lead",
                    "（演示）牵头单位",
                    "since",
                    day(-300),
                    "dueOn",
                    day(number == 4 ? 20 : 40 + number * 10));
        }
        for (var number = 0; number < 11; number++) {
            enter(
                    "party.promotion",
                    villages.get(number * 11),
                    "person",
                    member(villages.get(number * 11), 0),
                    "before",
                    "党支部书记、村民委员会主任",
                    "after",
                    number < 2 ? "（演示）处级岗位" : "（演示）科级岗位",
                    "rank",
                    number < 2 ? "county" : "section",
                    "appointedOn",
                    day(-20 - number * 25));
        }
        for (var number = 0; number < 13; number++) {
            var village = villages.get(number * 13);
            var task = enter(
                    "party.inspection",
                    village,
                    "name",
                    "换届“回头看”",
                    "kind",
                    "review",
                    "heldOn",
                    day(-150 - number),
                    "team",
                    "第" + (number % 3 + 1) + "检查组");
            if (number % 3 == 0) {
                enter(
                        "party.inspection-issue",
                        village,
                        task,
                        "issue",
                        "会议记录不完整",
                        "foundOn",
                        day(-150 - number),
                        "dueOn",
                        day(number == 6 ? 9 : 40),
                        "measure",
                        "补记并完善记录制度");
            }
        }
        for (var number = 0; number < 3; number++) {
            var lead = villages.get(number * 20);
            var alliance = at(
                    "party.alliance",
                    lead.place().parent().orElseThrow(),
                    null,
                    "alliance" + number,
                    "name",
                    "第%d联村党委".formatted(number + 1),
                    "kind",
                    "joint",
                    "lead",
                    lead,
                    "secretary",
                    member(lead, 0),
                    "charter",
                    "组织共建、党员共管、产业共兴、和谐共创、公益联办。",
                    "since",
                    day(-350));
            for (var at = 0; at < 3; at++) {
                at(
                        "party.alliance-member",
                        lead.place().parent().orElseThrow(),
                        alliance,
                        "ally" + number + at,
                        "unit",
                        villages.get(number * 20 + at),
                        "since",
                        day(-350));
            }
            for (var at = 0; at < STREAMS.size(); at++) {
                at(
                        "party.alliance-activity",
                        lead.place().parent().orElseThrow(),
                        alliance,
                        "joint" + number + at,
                        "topic",
                        STREAM_TOPICS.get(at),
                        "stream",
                        STREAMS.get(at),
                        "heldOn",
                        day(-15 - at * 30 - number),
                        "people",
                        30 + at * 4);
            }
        }
    }

    /** Twice a year every branch studies together; some stay away in autumn. */
    private void study(DemoOrganisation branch) {
        var spring = hold(
                "spring",
                branch.login(),
                branch.place(),
                "上半年集中学习",
                ClassKind.READING,
                LocalDate.of(today.getYear(), 4, 18),
                20);
        var autumn = hold(
                "autumn",
                branch.login(),
                branch.place(),
                "下半年集中学习",
                ClassKind.READING,
                LocalDate.of(today.getYear(), 9, 12),
                16);
        var absent = branch.login().hashCode() % 9 == 0 ? 0.3 : 0.02;
        for (var number = 0; number < branch.structure().memberCount(); number++) {
            var person = DemoPeople.memberOf(branch, number);
            attend(spring, person, branch);
            if (!new DemoRandom("autumn", branch.login(), number).happens(absent)) {
                attend(autumn, person, branch);
            }
        }
    }

    private void trainCounty() {
        var rotation = hold(
                "rotation",
                "county",
                DemoCounty.ROOT,
                "党组织书记集中轮训班",
                ClassKind.ROTATION,
                LocalDate.of(today.getYear(), 5, 20),
                24);
        var leaders = hold(
                "leaders",
                "county",
                DemoCounty.ROOT,
                "“领头雁”培训班",
                ClassKind.LEADERS,
                LocalDate.of(today.getYear(), 7, 8),
                24);
        for (var number = 0; number < villages.size(); number++) {
            if (number % 30 != 7) {
                attend(rotation, DemoPeople.memberOf(villages.get(number), 0), villages.get(number));
            }
            for (var officer = 1; officer < 3; officer++) {
                attend(leaders, DemoPeople.memberOf(villages.get(number), officer), villages.get(number));
            }
        }
    }

    private ClassId hold(
            String what, String login, PlaceCode place, String title, ClassKind kind, LocalDate planned, int hours) {
        var on = planned.isAfter(today) ? today : planned;
        var id = new ClassId(uuid(what, login, ""));
        classes.add(new HoldClass(
                id, place, title, kind, on, on.plusDays(Math.max(0, hours / 8 - 1)), BigDecimal.valueOf(hours), ""));
        return id;
    }

    private void attend(ClassId held, PersonId person, DemoOrganisation branch) {
        attendances.add(new PastAttendance(held, person, branch.place()));
    }

    private RowId enter(String register, DemoOrganisation village, Object... cells) {
        return at(register, village.place(), null, village.login() + rows.size(), cells);
    }

    private RowId enter(String register, DemoOrganisation village, RowId parent, Object... cells) {
        return at(register, village.place(), parent, village.login() + rows.size(), cells);
    }

    private RowId at(String register, PlaceCode place, @Nullable RowId parent, String which, Object... cells) {
        var id = id(register, place.value(), which);
        rows.add(new PastRow(id, register, place, parent, cells(cells), null, ""));
        return id;
    }

    private Named member(DemoOrganisation branch, int number) {
        var id = DemoPeople.memberOf(branch, number % branch.structure().memberCount());
        return new Named(id, Objects.requireNonNull(names.get(id)));
    }

    private LocalDate day(int fromToday) {
        return today.plusDays(fromToday);
    }

    private static Cells cells(Object... pairs) {
        var values = new HashMap<String, String>();
        var called = new HashMap<String, String>();
        for (var at = 0; at < pairs.length; at += 2) {
            var column = (String) pairs[at];
            if (pairs[at + 1] instanceof DemoOrganisation organisation) {
                values.put(column, organisation.id().toString());
                called.put(column, organisation.name());
            } else if (pairs[at + 1] instanceof Named named) {
                values.put(column, named.id().toString());
                called.put(column, named.name());
            } else if (!pairs[at + 1].toString().isEmpty()) {
                values.put(column, pairs[at + 1].toString());
            }
        }
        return new Cells(values, called);
    }

    private static RowId id(String register, String place, String which) {
        return new RowId(uuid(register, place, which));
    }

    private static UUID uuid(String what, String where, String which) {
        return UUID.nameUUIDFromBytes(("demo:" + what + ":" + where + ":" + which).getBytes(StandardCharsets.UTF_8));
    }

    /** A person by what he is called. */
    private record Named(PersonId id, String name) {}
}
