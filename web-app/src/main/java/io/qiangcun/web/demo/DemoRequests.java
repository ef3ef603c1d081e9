package io.qiangcun.web.demo;

import io.qiangcun.core.account.AccountId;
import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.calendar.WorkingDays;
import io.qiangcun.core.people.PhoneNumber;
import io.qiangcun.core.people.RegisterPerson;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.grid.gridevent.Channel;
import io.qiangcun.grid.gridevent.EventTakeover;
import io.qiangcun.grid.gridevent.GridEventId;
import io.qiangcun.grid.gridevent.MoveKind;
import io.qiangcun.grid.gridevent.PastEvent;
import io.qiangcun.grid.gridevent.ReportGridEvent;
import io.qiangcun.services.request.OpenRequest;
import io.qiangcun.services.request.Outcome;
import io.qiangcun.services.request.PastRequest;
import io.qiangcun.services.request.PastRequest.Step;
import io.qiangcun.services.request.Purpose;
import io.qiangcun.services.request.RequestAct;
import io.qiangcun.services.request.RequestChannel;
import io.qiangcun.services.request.RequestId;
import io.qiangcun.services.request.RequestRatings.Rating;
import io.qiangcun.services.request.RequestTakeover;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A year of what villagers asked for: as many solved as were reported of the banner, and others that ended otherwise or go on. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoRequests {

    static final int SOLVED = 884;

    private static final int ANSWERED = 130;
    private static final int EXPLAINED = 36;
    private static final int REFUSED = 18;
    private static final int WITHDRAWN = 12;
    private static final int OPEN = 70;
    private static final int TO_GRID_SOLVED = 8;
    private static final int TO_GRID_OPEN = 4;
    private static final int SHORTEST_AGO = 25;
    private static final int LONGEST_AGO = 360;

    private static final List<RequestChannel> CHANNELS =
            List.of(RequestChannel.WEB, RequestChannel.WEB, RequestChannel.COUNTER, RequestChannel.PHONE);

    private static final List<List<String>> PROBLEMS = List.of(
            List.of("村口的路灯坏了好几盏，晚上走路看不清，请派人修一修。", "更换路灯四盏，当晚已经亮灯。", "0601"),
            List.of("家门口的排水沟堵了，一下雨水就往院里倒灌。", "清淤一百二十米，加了盖板，雨后回访不再倒灌。", "0502"),
            List.of("老人卖粮没有车，联系不上收粮的，请帮忙。", "联系收购点上门，当天装车过磅，粮款已经到账。", "1004"),
            List.of("自来水断断续续，做饭都成问题。", "更换损坏的水泵，恢复供水，水压已经测过。", "0602"),
            List.of("通往草场的砂石路被水冲断了，车过不去。", "铺垫砂石修复路面，车辆可以通行。", "0204"),
            List.of("老人腿脚不便，想请人上门帮忙做养老待遇认证。", "代办员上门，现场用手机完成认证。", "1302"),
            List.of("垃圾点好多天没有清运，天热味道大。", "当天清运，并把清运改为隔日一次。", "0501"),
            List.of("邻居砌墙占了公共过道，请村里来看看。", "双方同意调解，拆除占道部分，过道已经恢复。", "0101"),
            List.of("孩子上学的校车站点太远，能不能近一点。", "和学校商量后增设站点，下周起停靠。", "0703"),
            List.of("村里信号不好，打电话要跑到山坡上。", "运营商调整天线，现场测试通话正常。", "0604"));

    private static final List<List<String>> QUESTIONS = List.of(
            List.of("城乡居民医保什么时候交费，多少钱？", "缴费时间和标准以当年公告为准，可以在手机上或者到中心缴。"),
            List.of("高龄津贴要什么条件，带什么材料？", "带身份证和户口簿到中心登记，由代办员帮助申报。"),
            List.of("申请宅基地要走哪些程序？", "先向村里提出申请，经村民会议讨论、公示后报上一级审批。"),
            List.of("种粮补贴今年什么时候发？", "核对面积、公示无异议后打到一卡通，具体时间看公示。"));

    /** What was asked, and how many days ago; the last is not told yet whether it is accepted, the one before is too late. */
    private static final List<String> PETITIONS = List.of(
            "反映公示栏的内容换得太晚，要求按时公布并说明原因。",
            "反映补贴面积和自己量的不一样，要求复核。",
            "反映占用草场修路的补偿还没有说明，要求书面答复。",
            "反映评议结果没有公示到户，要求说明。",
            "反映集体场地出租没有开会商量，要求说明。");

    private static final List<Integer> PETITIONS_AGO = List.of(110, 75, 26, 19, 4);

    private final RequestTakeover requests;
    private final EventTakeover events;
    private final WorkingCalendar calendar;
    private final JdbcClient database;
    private final Clock clock;
    private final Jurisdiction county = Jurisdiction.within(DemoCounty.ROOT);

    DemoRequests(
            RequestTakeover requests,
            EventTakeover events,
            WorkingCalendar calendar,
            JdbcClient database,
            Clock clock) {
        this.requests = requests;
        this.events = events;
        this.calendar = calendar;
        this.database = database;
        this.clock = clock;
    }

    private record Post(UUID accountId, String login, String post, String holder, String placeCode, String role) {

        Actor actor() {
            return new Actor(new AccountId(accountId), login, post, holder, RoleName.valueOf(role), null);
        }
    }

    /** How one goes. */
    private enum Course {
        SOLVED,
        ANSWERED,
        EXPLAINED,
        REFUSED,
        WITHDRAWN,
        OPEN
    }

    void write(List<DemoPlace> places, List<RegisterPerson> people) {
        var clerks = clerks();
        var villages = places.stream()
                .filter(place ->
                        Set.of(PlaceCategory.VILLAGE, PlaceCategory.COMMUNITY).contains(place.category()))
                .map(DemoPlace::code)
                .filter(clerks::containsKey)
                .toList();
        var names = people.stream()
                .collect(Collectors.groupingBy(
                        RegisterPerson::place,
                        HashMap::new,
                        Collectors.mapping(person -> person.details().name(), Collectors.toList())));
        var days = calendar.workingDays();
        var courses = new ArrayList<Course>();
        add(courses, Course.SOLVED, SOLVED);
        add(courses, Course.ANSWERED, ANSWERED);
        add(courses, Course.EXPLAINED, EXPLAINED);
        add(courses, Course.REFUSED, REFUSED);
        add(courses, Course.WITHDRAWN, WITHDRAWN);
        add(courses, Course.OPEN, OPEN);
        var past = new ArrayList<PastRequest>();
        var grid = new Grid(workers(), clerks);
        for (var at = 0; at < courses.size(); at++) {
            var village = villages.get(at % villages.size());
            past.add(
                    past(at, courses.get(at), village, clerks, names.getOrDefault(village, List.of("村民")), days, grid));
        }
        for (var at = 0; at < PETITIONS.size(); at++) {
            var village = villages.get(7 * at + 3);
            past.add(petition(at, village, clerks, names.getOrDefault(village, List.of("村民")), days));
        }
        events.take(county, grid.events);
        requests.takeOver(county, past);
        lookInto();
    }

    /** Bad ratings that are older than the time there is for them were looked into by the place above. */
    private void lookInto() {
        database.sql("""
                        update services_rating g set contacted_at = g.rated_at + interval '5 hours', contacted_post = a.login,
                          contacted_person = a.post, contact_note = '已经打电话道歉并了解情况', resolved_at = g.rated_at + interval '6 days',
                          resolved_post = a.login, resolved_person = a.post, resolution = '已经向本人说明并改进，今后一次说清所需材料'
                        from (select distinct on (place_code) place_code, login, post from account
                          where role in ('TOWNSHIP', 'COUNTY') order by place_code, login) a
                        where a.place_code = g.ticket_place and g.place_code >= :lo and g.place_code < :hi and g.rated_at < :before
                        """)
                .param("lo", county.lo())
                .param("hi", county.hi())
                .param("before", OffsetDateTime.now(clock).minusDays(14))
                .update();
    }

    private static void add(List<Course> courses, Course course, int count) {
        for (var number = 0; number < count; number++) {
            courses.add(course);
        }
    }

    private Map<PlaceCode, Actor> clerks() {
        return database.sql("""
                        select distinct on (a.place_code) a.account_id, a.login, a.post, coalesce(h.name, a.post) as holder, a.place_code,
                          a.role
                        from account a left join account_holder h on h.account_id = a.account_id and h.held_until is null
                        where a.role in ('VILLAGE', 'TOWNSHIP') and a.place_code >= :lo and a.place_code < :hi
                        order by a.place_code, a.login
                        """).param("lo", county.lo()).param("hi", county.hi()).query(Post.class).list().stream()
                .collect(Collectors.toMap(post -> new PlaceCode(post.placeCode()), Post::actor));
    }

    private PastRequest past(
            int number,
            Course course,
            PlaceCode village,
            Map<PlaceCode, Actor> clerks,
            List<String> names,
            WorkingDays days,
            Grid grid) {
        var random = new DemoRandom("request", number);
        var question = course == Course.ANSWERED || course == Course.OPEN && random.happens(0.2);
        var words = random.oneOf(question ? QUESTIONS : PROBLEMS);
        var ago = course == Course.OPEN ? random.between(0, 9) : random.between(SHORTEST_AGO, LONGEST_AGO);
        var day = days.plus(LocalDate.now(clock).minusDays(ago + 3L), 1);
        var moment = new Moments(
                day.isAfter(LocalDate.now(clock)) ? LocalDate.now(clock).minusDays(1) : day, random);
        var asked = new OpenRequest(
                new RequestId(UUID.nameUUIDFromBytes(("demo:request:" + number).getBytes(StandardCharsets.UTF_8))),
                village,
                question ? Purpose.QUESTION : Purpose.PROBLEM,
                random.oneOf(CHANNELS),
                null,
                words.get(0),
                random.happens(0.15),
                random.oneOf(names),
                new PhoneNumber("1390000" + "%04d".formatted(number)),
                null,
                null,
                false);
        var at = moment.first();
        var steps = steps(course, question, village, clerks, words, moment, days, random, grid);
        var rated = course != Course.OPEN && course != Course.WITHDRAWN && random.happens(0.55);
        return new PastRequest(asked, at, steps, rated ? rating(random) : null, rated ? moment.dayAfter() : null);
    }

    /** It complains of a village, so it lies with the township: the oldest are settled, then one runs, then two wait. */
    private PastRequest petition(
            int number, PlaceCode village, Map<PlaceCode, Actor> clerks, List<String> names, WorkingDays days) {
        var random = new DemoRandom("petition", number);
        var moment = new Moments(days.plus(LocalDate.now(clock).minusDays(PETITIONS_AGO.get(number)), 1), random);
        var township = village.parent().orElseThrow();
        var asked = new OpenRequest(
                new RequestId(UUID.nameUUIDFromBytes(("demo:petition:" + number).getBytes(StandardCharsets.UTF_8))),
                village,
                Purpose.PROBLEM,
                RequestChannel.COUNTER,
                null,
                PETITIONS.get(number),
                false,
                random.oneOf(names),
                new PhoneNumber("1390001" + "%04d".formatted(number)),
                null,
                null,
                false);
        var at = moment.first();
        var steps = new ArrayList<Step>();
        steps.add(step(RequestAct.CLAIM, moment.hours(1), village, clerks, "", null, null));
        steps.add(step(RequestAct.PETITION, moment.hours(1), village, clerks, "反映的是本处的工作，按信访办理", village, null));
        if (number < PETITIONS.size() - 2 && clerks.containsKey(township)) {
            moment.later(days, 2);
            steps.add(step(RequestAct.CLAIM, moment.hours(0), township, clerks, "", null, null));
            steps.add(step(RequestAct.ACCEPT, moment.hours(1), township, clerks, "", null, null));
            if (number < 2) {
                moment.later(days, 20);
                steps.add(step(
                        RequestAct.DECIDE,
                        moment.hours(1),
                        township,
                        clerks,
                        "已经到现场核实，向本人书面说明情况，并要求改正。",
                        null,
                        Outcome.EXPLAINED));
                steps.add(step(RequestAct.DELIVER, moment.hours(1), township, clerks, "处理意见书已经送达", null, null));
            }
        }
        return new PastRequest(asked, at, steps, null, null);
    }

    private static Rating rating(DemoRandom random) {
        var stars = random.happens(0.04) ? random.between(1, 2) : random.happens(0.15) ? 3 : random.between(4, 5);
        return new Rating(
                stars,
                stars > 2 || random.happens(0.3),
                stars <= 2 ? "来了两趟才办好。" : random.happens(0.3) ? "办得快，说得清楚。" : "");
    }

    private static List<Step> steps(
            Course course,
            boolean question,
            PlaceCode village,
            Map<PlaceCode, Actor> clerks,
            List<String> words,
            Moments moment,
            WorkingDays days,
            DemoRandom random,
            Grid grid) {
        var result = words.get(1);
        var handed = !question && grid.takes(course, village);
        var steps = new ArrayList<Step>();
        var township = village.parent().orElseThrow();
        var place = village;
        if (course == Course.OPEN && random.happens(0.4)) {
            return steps;
        }
        steps.add(step(RequestAct.CLAIM, moment.hours(1), place, clerks, "", null, null));
        if (course == Course.WITHDRAWN) {
            steps.add(new Step(RequestAct.WITHDRAW, moment.hours(20), null, null, "已经自己解决了", null, null));
            return steps;
        }
        if (course == Course.REFUSED) {
            steps.add(step(RequestAct.REFUSE, moment.hours(2), place, clerks, "这件事由人民法院处理，请持材料到法庭立案窗口。", null, null));
            return steps;
        }
        if (question) {
            if (course == Course.ANSWERED) {
                steps.add(step(RequestAct.ANSWER, moment.hours(3), place, clerks, result, null, null));
            }
            return steps;
        }
        if (!handed && clerks.containsKey(township) && random.happens(0.2)) {
            steps.add(step(RequestAct.HAND_OVER, moment.hours(2), place, clerks, "需要上一级协调", township, null));
            place = township;
            steps.add(step(RequestAct.CLAIM, moment.hours(2), place, clerks, "", null, null));
        }
        if (random.happens(0.1)) {
            steps.add(step(RequestAct.SUPPLEMENT, moment.hours(1), place, clerks, "请补充具体位置，最好附照片。", null, null));
            if (course == Course.OPEN) {
                return steps;
            }
            steps.add(new Step(RequestAct.SUPPLIED, moment.hours(20), null, null, "在村东头第二个路口", null, null));
        }
        steps.add(step(RequestAct.ACCEPT, moment.hours(2), place, clerks, "", null, null));
        if (handed) {
            steps.addAll(grid.steps(course, village, words, moment));
        }
        if (course == Course.OPEN) {
            return steps;
        }
        moment.later(days, random.happens(0.06) ? random.between(12, 16) : random.between(1, 8));
        steps.add(step(
                RequestAct.DECIDE,
                moment.hours(1),
                place,
                clerks,
                course == Course.EXPLAINED ? "现行政策不支持，已经当面解释，并告知今后可以申请的项目。" : result,
                null,
                course == Course.EXPLAINED ? Outcome.EXPLAINED : Outcome.SOLVED));
        steps.add(step(RequestAct.DELIVER, moment.hours(1), place, clerks, "电话告知", null, null));
        return steps;
    }

    private static Step step(
            RequestAct act,
            Instant at,
            PlaceCode place,
            Map<PlaceCode, Actor> clerks,
            String note,
            @Nullable PlaceCode to,
            @Nullable Outcome outcome) {
        return new Step(act, at, place, clerks.get(place), note, to, outcome);
    }

    /** Who sees to things in a grid of a village. */
    private Map<PlaceCode, Post> workers() {
        return database.sql("""
                        select distinct on (left(a.place_code, 12)) a.account_id, a.login, a.post, h.name as holder, a.place_code, a.role
                        from account a join account_holder h on h.account_id = a.account_id and h.held_until is null
                        where a.role = 'GRID' and a.place_code >= :lo and a.place_code < :hi
                        order by left(a.place_code, 12), a.login
                        """).param("lo", county.lo()).param("hi", county.hi()).query(Post.class).list().stream()
                .collect(Collectors.toMap(post -> new PlaceCode(post.placeCode().substring(0, 12)), post -> post));
    }

    /** A handful that somebody had to go and see to. */
    private static final class Grid {

        private final Map<PlaceCode, Post> workers;
        private final Map<PlaceCode, Actor> clerks;
        private final List<PastEvent> events = new ArrayList<>();
        private int solved;
        private int open;

        Grid(Map<PlaceCode, Post> workers, Map<PlaceCode, Actor> clerks) {
            this.workers = workers;
            this.clerks = clerks;
        }

        boolean takes(Course course, PlaceCode village) {
            var clerk = clerks.get(village);
            var worker = workers.get(village);
            return clerk != null
                    && worker != null
                    && !worker.holder().equals(clerk.holder())
                    && (course == Course.SOLVED && solved < TO_GRID_SOLVED
                            || course == Course.OPEN && open < TO_GRID_OPEN);
        }

        List<Step> steps(Course course, PlaceCode village, List<String> words, Moments moment) {
            var clerk = Objects.requireNonNull(clerks.get(village));
            var worker = Objects.requireNonNull(workers.get(village));
            var grid = new PlaceCode(worker.placeCode());
            var id = UUID.nameUUIDFromBytes(("demo:request-event:" + events.size()).getBytes(StandardCharsets.UTF_8));
            var at = moment.hours(1);
            var steps = new ArrayList<Step>();
            var moves = new ArrayList<PastEvent.Step>();
            steps.add(new Step(RequestAct.HAND_TO_GRID, at, village, clerk, "", grid, null, id));
            moves.add(new PastEvent.Step(MoveKind.ASSIGN, clerk, village, moment.hours(0), grid, ""));
            if (course == Course.SOLVED) {
                solved++;
                moves.add(new PastEvent.Step(MoveKind.DONE, worker.actor(), grid, moment.hours(3), null, words.get(1)));
                var checked = moment.hours(2);
                moves.add(new PastEvent.Step(MoveKind.CLOSE, clerk, village, checked, null, "现场看过"));
                steps.add(new Step(RequestAct.GRID_BACK, checked, null, worker.actor(), words.get(1), null, null));
            } else {
                open++;
            }
            events.add(new PastEvent(
                    new ReportGridEvent(
                            new GridEventId(id),
                            grid,
                            words.get(2),
                            words.get(0),
                            "",
                            "",
                            null,
                            false,
                            false,
                            Channel.DESK,
                            null,
                            ""),
                    clerk,
                    village,
                    at,
                    moves));
            return steps;
        }
    }

    /** One after the other, and none in the future. */
    private final class Moments {

        private Instant now;

        Moments(LocalDate day, DemoRandom random) {
            this.now =
                    day.atTime(8, random.between(0, 59)).atZone(clock.getZone()).toInstant();
        }

        Instant first() {
            return past(now);
        }

        Instant hours(int hours) {
            now = now.plusSeconds(3600L * hours);
            return past(now);
        }

        void later(WorkingDays days, int count) {
            var day = days.plus(LocalDate.ofInstant(now, clock.getZone()), count);
            now = day.atTime(9, 0).atZone(clock.getZone()).toInstant();
        }

        Instant dayAfter() {
            return past(now.plusSeconds(86_400));
        }

        private Instant past(Instant moment) {
            return moment.isAfter(clock.instant()) ? clock.instant() : moment;
        }
    }
}
