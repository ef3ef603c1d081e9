package io.qiangcun.web.demo;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.RegisterPerson;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.register.Cells;
import io.qiangcun.core.register.PastRow;
import io.qiangcun.core.register.RowId;
import io.qiangcun.party.organisation.OrganisationKind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How science, enterprises and offices help the demo county's villages: as many units, groups, goods, fields and services
 * as were reported of the banner, and of its neighbours where it says nothing.
 */
final class DemoSupport {

    /** Who keeps lists for the whole county. */
    static final Actor COUNTY = new Actor(null, "county", "county", "演示用户0001", RoleName.COUNTY, null);

    private static final String GIVER = "（演示）科技特派团";

    /** Code, name and products of a group. */
    private static final List<String[]> TEAMS = List.of(
            new String[] {"millet", "谷子高粱组", "谷子、高粱"},
            new String[] {"oats", "燕麦荞麦组", "燕麦、荞麦"},
            new String[] {"forage", "牧草组", "青贮玉米、苜蓿"},
            new String[] {"cattle", "肉牛牦牛组", "肉牛"});

    private static final List<String> WAYS = List.of("guidance", "variety", "research", "local");
    private static final List<String> UNITS = List.of(
            "university", "university", "university", "university", "institute", "institute", "station", "station");
    private static final int EXPERTS_EACH = 4;
    private static final int ROUNDS = 3;
    private static final int ROUND_TOWNSHIPS = 3;

    /** 20 grants of 200 jin: 4,000 jin of seed; 10 of 250: 2,500 jin of film. */
    private static final int SEED_GRANTS = 20;

    private static final int SEED_EACH = 200;
    private static final int FILM_GRANTS = 10;
    private static final int FILM_EACH = 250;
    private static final int SEEDERS = 2;

    /** 24 plots of 51 mu: over 1,200 mu. */
    private static final int PLOTS = 24;

    private static final int PLOT_MU = 51;
    private static final int SERVICES = 108;
    private static final int TALENTS = 25;
    private static final int TRAININGS = 20;
    private static final int MEASURES = 21;

    /** How many of the measures stand in each of the five groups. */
    private static final int[] MEASURES_IN_GROUP = {5, 4, 4, 4, 4};

    private static final int AGREEMENTS = 18;
    private static final int PRODUCTS = 16;

    /** What kind of base, how many and what it grows. */
    private static final List<String[]> BASES = List.of(
            new String[] {"school", "7", "农业科学实践教学基地", ""},
            new String[] {"yield", "4", "优质高效增粮示范基地", "玉米"},
            new String[] {"green", "2", "绿色高质高效示范基地", "荞麦"},
            new String[] {"double", "3", "荞麦燕麦复种基地", "荞麦、燕麦"});

    private final LocalDate today;
    private final Map<PersonId, String> names;
    private final List<PlaceCode> villages;
    private final List<PlaceCode> townships;
    private final List<DemoOrganisation> organs;
    private final Map<PlaceCode, String> called;
    private final List<PastRow> rows = new ArrayList<>();

    private DemoSupport(
            List<DemoPlace> places,
            List<DemoOrganisation> organisations,
            List<RegisterPerson> people,
            LocalDate today) {
        this.today = today;
        this.names = people.stream()
                .collect(toMap(RegisterPerson::id, person -> person.details().name()));
        this.villages = of(places, PlaceCategory.VILLAGE);
        this.townships = of(places, PlaceCategory.TOWNSHIP);
        this.called = places.stream().collect(toMap(DemoPlace::code, DemoPlace::name));
        this.organs = organisations.stream()
                .filter(organisation -> !organisation.rural()
                        && organisation.kind() == OrganisationKind.BRANCH
                        && organisation.structure().memberCount() >= 8)
                .toList();
    }

    static DemoSupport of(
            List<DemoPlace> places,
            List<DemoOrganisation> organisations,
            List<RegisterPerson> people,
            LocalDate today) {
        var demo = new DemoSupport(places, organisations, people, today);
        demo.sendExperts();
        demo.grantGoods();
        demo.serve();
        demo.foundBases();
        demo.pairTalents();
        demo.train();
        demo.agree();
        demo.sell();
        demo.decideMeasures();
        demo.formTaskForces();
        return demo;
    }

    List<PastRow> rows() {
        return rows;
    }

    private void sendExperts() {
        for (var number = 0; number < UNITS.size(); number++) {
            enter("expert-unit", DemoCounty.ROOT, "name", unit(number), "kind", UNITS.get(number), "since", day(-230));
        }
        for (var number = 0; number < TEAMS.size(); number++) {
            var team = enter(
                    "expert-team",
                    DemoCounty.ROOT,
                    "name",
                    TEAMS.get(number)[1],
                    "products",
                    TEAMS.get(number)[2],
                    "leader",
                    expert(number * EXPERTS_EACH),
                    "since",
                    day(-220),
                    "until",
                    day(500));
            for (var at = 0; at < EXPERTS_EACH; at++) {
                under(
                        "expert-member",
                        DemoCounty.ROOT,
                        team,
                        "name",
                        expert(number * EXPERTS_EACH + at),
                        "unit",
                        unit((number * EXPERTS_EACH + at) % UNITS.size()),
                        "speciality",
                        TEAMS.get(number)[2] + "技术",
                        "since",
                        day(-220));
            }
        }
        for (var number = 0; number < villages.size(); number++) {
            var team = TEAMS.get(number % TEAMS.size());
            enter(
                    "expert-match",
                    villages.get(number),
                    "team",
                    team[0],
                    "product",
                    team[2],
                    "way",
                    WAYS.get(number / TEAMS.size() % WAYS.size()),
                    "need",
                    "适宜品种选择和田间（圈舍）管理技术。",
                    "expert",
                    expert(number % (TEAMS.size() * EXPERTS_EACH)),
                    "since",
                    day(-200 + number % 60));
        }
        for (var number = 0; number < ROUND_TOWNSHIPS; number++) {
            for (var round = 1; round <= ROUNDS; round++) {
                enter(
                        "expert-round",
                        townships.get(number),
                        "round",
                        round,
                        "team",
                        TEAMS.get((number + round) % TEAMS.size())[1],
                        "heldOn",
                        day(-190 + round * 45 + number),
                        "days",
                        2 + number,
                        "experts",
                        4 + round,
                        "content",
                        "到田间和圈舍现场指导，听取种养大户意见。");
            }
        }
    }

    private void grantGoods() {
        for (var number = 0; number < SEED_GRANTS; number++) {
            goods(number, "seed", "谷子、荞麦良种", "seed", SEED_EACH);
        }
        for (var number = 0; number < FILM_GRANTS; number++) {
            goods(SEED_GRANTS + number, "film", "渗水地膜", "film", FILM_EACH);
        }
        for (var number = 0; number < SEEDERS; number++) {
            goods(SEED_GRANTS + FILM_GRANTS + number, "machine", "铺膜播种机", "machines", 1);
        }
        for (var number = 0; number < PLOTS; number++) {
            enter(
                    "demo-plot",
                    village(number, 7),
                    "name",
                    "新品种筛选示范田",
                    "crop",
                    number % 3 == 0 ? "青贮玉米" : TEAMS.get(number % 2)[2],
                    "area",
                    PLOT_MU,
                    "technique",
                    "渗水地膜覆盖、精量播种",
                    "expert",
                    expert(number % (TEAMS.size() * EXPERTS_EACH)),
                    "grower",
                    "（演示）合作社",
                    "since",
                    day(-185 + number % 20));
        }
    }

    private void goods(int number, String kind, String item, String column, int amount) {
        enter(
                "goods",
                village(number, 5),
                "kind",
                kind,
                "item",
                item,
                column,
                amount,
                "giver",
                GIVER,
                "receiver",
                "（演示）合作社",
                "grantedOn",
                day(-195 + number % 12));
    }

    private void serve() {
        for (var number = 0; number < SERVICES; number++) {
            var breeding = number % 3 == 0;
            enter(
                    "tech-service",
                    village(number, 11),
                    "topic",
                    breeding ? "肉牛饲养和疫病防治" : "锦绣海棠和大田作物管理",
                    "field",
                    breeding ? "breeding" : "planting",
                    "spot",
                    breeding ? "养殖小区" : number % 2 == 0 ? "蔬菜大棚" : "田间",
                    "expert",
                    "演示技术员%02d".formatted(number % 30 + 1),
                    "heldOn",
                    day(-5 - number * 2),
                    "people",
                    12 + number % 25);
        }
    }

    private void foundBases() {
        var number = 0;
        for (var base : BASES) {
            for (var at = 0; at < Integer.parseInt(base[1]); at++) {
                number++;
                enter(
                        "base",
                        village(number, 9),
                        "name",
                        base[2],
                        "kind",
                        base[0],
                        "partner",
                        base[0].equals("school") ? unit(at % 4) : "",
                        "crop",
                        base[3],
                        "area",
                        base[0].equals("school") ? "" : 60 + at * 20,
                        "since",
                        day(-300 + number * 4));
            }
        }
    }

    private void pairTalents() {
        var majors = List.of("agronomy", "veterinary", "animal");
        for (var number = 0; number < TALENTS; number++) {
            var name = "演示青年人才%02d".formatted(number + 1);
            var project = (number % 2 == 0 ? "肉牛养殖" : "杂粮种植") + "产业项目" + (number + 1);
            enter(
                    "specialist",
                    DemoCounty.ROOT,
                    "name",
                    name,
                    "unit",
                    "（演示）农牧服务单位",
                    "major",
                    majors.get(number % majors.size()),
                    "skills",
                    number % 2 == 0 ? "饲养管理、疫病防治" : "栽培管理、土壤改良",
                    "degree",
                    number % 4 == 0 ? "master" : "bachelor",
                    "task",
                    project,
                    "since",
                    day(-250));
            var village = village(number, 6);
            var pair = enter(
                    "youth-pair",
                    village,
                    "talent",
                    name,
                    "unit",
                    "（演示）农牧服务单位",
                    "project",
                    project,
                    "owner",
                    number % 3 == 0 ? "cooperative" : "village",
                    "task",
                    "政策宣传、产业规划、科技推广、现场指导。",
                    "since",
                    day(-240),
                    "until",
                    day(490));
            for (var quarter = 0; quarter < 3; quarter++) {
                // two of them owe the latest
                if (quarter < 2 || number % 13 != 5) {
                    under(
                            "youth-log",
                            village,
                            pair,
                            "doneOn",
                            day(-200 + quarter * 80 + number % 10),
                            "work",
                            List.of("planning", "onsite", "science").get(quarter),
                            "record",
                            "到现场了解进展，提出管理建议。");
                }
            }
        }
    }

    private void train() {
        var stations = List.of("细毛羊专家服务站", "生猪专家服务站");
        for (var number = 0; number < stations.size(); number++) {
            var township = townships.get(number * 2 + 1);
            var station = enter(
                    "expert-station",
                    township,
                    "name",
                    stations.get(number),
                    "product",
                    number == 0 ? "细毛羊" : "生猪",
                    "unit",
                    unit(number),
                    "since",
                    day(-400));
            for (var at = 0; at < 4; at++) {
                under(
                        "station-visit",
                        township,
                        station,
                        "visitedOn",
                        day(-330 + at * 90 + number),
                        "expert",
                        expert(at),
                        "topic",
                        "入户诊疗和饲养管理指导",
                        "people",
                        15 + at * 3);
            }
        }
        for (var number = 0; number < TRAININGS; number++) {
            enter(
                    "skill-training",
                    townships.get(number % townships.size()),
                    "topic",
                    number % 2 == 0 ? "肉牛育肥技术" : "杂粮高产栽培技术",
                    "field",
                    number % 2 == 0 ? "breeding" : "planting",
                    "teacher",
                    expert(number % (TEAMS.size() * EXPERTS_EACH)),
                    "heldOn",
                    day(-8 - number * 13),
                    "hours",
                    6,
                    "people",
                    35 + number % 20);
        }
    }

    private void agree() {
        var kinds = List.of("order", "shares", "lease", "service", "jobs");
        for (var number = 0; number < AGREEMENTS; number++) {
            var village = village(number, 10);
            var signed = 420 + number * 5;
            var agreement = enter(
                    "enterprise-agreement",
                    village,
                    "enterprise",
                    "（演示）龙头企业%02d".formatted(number % 6 + 1),
                    "kind",
                    kinds.get(number % kinds.size()),
                    "matter",
                    number % 2 == 0 ? "青贮玉米订单收购" : "育肥牛寄养",
                    "income",
                    20_000 + number * 1_000,
                    "households",
                    20 + number,
                    "jobs",
                    number % 5,
                    "since",
                    day(-signed),
                    "until",
                    day(number == 3 ? 25 : 700));
            if (number % 9 != 4) {
                under(
                        "agreement-result",
                        village,
                        agreement,
                        "checkedOn",
                        day(-60 - number),
                        "households",
                        18 + number,
                        "jobs",
                        number % 5,
                        "record",
                        "按协议履行，款项已经入账。");
            }
        }
    }

    private void sell() {
        for (var number = 0; number < PRODUCTS; number++) {
            var village = village(number, 8);
            var product = enter(
                    "product",
                    village,
                    "name",
                    number % 2 == 0 ? "荞麦米" : "牛肉干",
                    "kind",
                    number % 2 == 0 ? "grain" : "processed",
                    "seller",
                    "（演示）合作社",
                    "since",
                    day(-400 + number));
            for (var back = 1; back <= 3; back++) {
                under(
                        "sale",
                        village,
                        product,
                        "month",
                        YearMonth.from(today).minusMonths(back),
                        "channel",
                        number % 3 == 0 ? "live" : "platform",
                        "orders",
                        40 + number * 3 + back,
                        "amount",
                        3_200 + number * 150 + back * 60);
            }
        }
    }

    private void decideMeasures() {
        var group = 0;
        var left = MEASURES_IN_GROUP[0];
        for (var number = 1; number <= MEASURES; number++) {
            if (left == 0) {
                left = MEASURES_IN_GROUP[++group];
            }
            left--;
            var measure = enter(
                    "measure",
                    DemoCounty.ROOT,
                    "group",
                    group + 1,
                    "number",
                    number,
                    "text",
                    "第" + number + "条（按本地文件填写）",
                    "coordinator",
                    "组织部门",
                    "lead",
                    List.of("农牧部门", "发改部门", "财政部门").get(number % 3),
                    "since",
                    day(-600));
            for (var at = 0; at < 3; at++) {
                var village = village(number * 3 + at, 2);
                under(
                        "measure-use",
                        DemoCounty.ROOT,
                        measure,
                        "village",
                        new Place(village, Objects.requireNonNull(called.get(village))),
                        "what",
                        "纳入本条措施扶持范围",
                        "since",
                        day(-300 + number));
            }
        }
    }

    /** Four at the county that serve the experts, with five meetings between them; one in each township. */
    private void formTaskForces() {
        for (var number = 0; number < TEAMS.size(); number++) {
            var force = force(DemoCounty.ROOT, TEAMS.get(number)[1] + "服务专班", "experts", number, -200);
            for (var meeting = 0; meeting < (number == 0 ? 2 : 1); meeting++) {
                meet(DemoCounty.ROOT, force, "dispatch", "对接调度，拟定帮扶计划", day(-120 + number * 12 + meeting * 60));
            }
        }
        for (var number = 0; number < townships.size(); number++) {
            var force = force(townships.get(number), "集体经济工作专班", "economy", TEAMS.size() + number, -500);
            for (var meeting = 0; meeting < 4; meeting++) {
                meet(
                        townships.get(number),
                        force,
                        meeting == 3 ? "joint" : "regular",
                        meeting == 3 ? "薄弱单位增收举措联席研究" : "集体经济月度调度",
                        day(-20 - meeting * 30 - number));
            }
        }
    }

    private RowId force(PlaceCode place, String name, String kind, int leader, int since) {
        var organ = organs.get(leader % organs.size());
        var id = DemoPeople.memberOf(organ, 0);
        return enter(
                "task-force",
                place,
                "name",
                name,
                "kind",
                kind,
                "leader",
                new Named(id, Objects.requireNonNull(names.get(id))),
                "units",
                "农牧、发改、财政",
                "duties",
                "统筹项目和资金，每月调度进展，协调解决困难。",
                "since",
                day(since));
    }

    private void meet(PlaceCode place, RowId force, String kind, String topic, LocalDate on) {
        under(
                "task-force-meeting",
                place,
                force,
                "heldOn",
                on,
                "kind",
                kind,
                "topic",
                topic,
                "decided",
                "明确责任单位和完成时限，下次会议通报进展。",
                "people",
                14);
    }

    private PlaceCode village(int number, int step) {
        return villages.get(number * step % villages.size());
    }

    private RowId enter(String register, PlaceCode place, Object... cells) {
        return keep(register, place, null, cells);
    }

    private void under(String register, PlaceCode place, RowId parent, Object... cells) {
        keep(register, place, parent, cells);
    }

    private RowId keep(String register, PlaceCode place, @Nullable RowId parent, Object... cells) {
        var id = new RowId(UUID.nameUUIDFromBytes(("demo:support:" + rows.size()).getBytes(StandardCharsets.UTF_8)));
        rows.add(new PastRow(id, "economy." + register, place, parent, cells(cells), null, ""));
        return id;
    }

    private LocalDate day(int fromToday) {
        return today.plusDays(fromToday);
    }

    private static List<PlaceCode> of(List<DemoPlace> places, PlaceCategory category) {
        return places.stream()
                .filter(place -> place.category() == category)
                .map(DemoPlace::code)
                .toList();
    }

    private static String unit(int number) {
        return "（演示）派出单位" + (number + 1);
    }

    private static String expert(int number) {
        return "演示专家%02d".formatted(number + 1);
    }

    private static Cells cells(Object... pairs) {
        var values = new HashMap<String, String>();
        var called = new HashMap<String, String>();
        for (var at = 0; at < pairs.length; at += 2) {
            var column = (String) pairs[at];
            if (pairs[at + 1] instanceof Named named) {
                values.put(column, named.id().toString());
                called.put(column, named.name());
            } else if (pairs[at + 1] instanceof Place place) {
                values.put(column, place.code().value());
                called.put(column, place.name());
            } else if (!pairs[at + 1].toString().isEmpty()) {
                values.put(column, pairs[at + 1].toString());
            }
        }
        return new Cells(values, called);
    }

    private record Named(PersonId id, String name) {}

    private record Place(PlaceCode code, String name) {}
}
