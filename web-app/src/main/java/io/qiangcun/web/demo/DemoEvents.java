package io.qiangcun.web.demo;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.grid.gridevent.Channel;
import io.qiangcun.grid.gridevent.EventTakeover;
import io.qiangcun.grid.gridevent.GridEventId;
import io.qiangcun.grid.gridevent.MoveKind;
import io.qiangcun.grid.gridevent.PastEvent;
import io.qiangcun.grid.gridevent.PastEvent.Step;
import io.qiangcun.grid.gridevent.ReportGridEvent;
import io.qiangcun.party.organisation.OrganisationKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was reported in some villages of the demo county: most of it closed, some of it waiting. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoEvents {

    /** All of the first villages, and then one here and there. */
    private static final int FIRST = 10;

    private static final int EVERY = 9;
    private static final int EACH = 5;
    private static final String CHECKER = "演示审核人";

    private static final List<String[]> MATTERS = List.of(
            new String[] {"0501", "村道边堆了一车建筑垃圾", "已清运并平整"},
            new String[] {"0601", "文化广场两盏路灯不亮", "已更换灯泡"},
            new String[] {"0204", "小桥护栏松动", "已加固并设警示牌"},
            new String[] {"0101", "两户因排水沟走向起争执", "现场调解，签了协议"},
            new String[] {"0602", "东头几户自来水水压低", "更换了阀门"},
            new String[] {"0402", "柴草垛离住房太近", "已挪到安全地点"},
            new String[] {"1302", "老人要代办医保缴费", "已代办"},
            new String[] {"0901", "有人在坡地上开荒", "已制止并补种"});

    private final EventTakeover events;
    private final Clock clock;

    DemoEvents(EventTakeover events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    void write(List<DemoOrganisation> organisations) {
        var past = new ArrayList<PastEvent>();
        var villages = new AtomicInteger();
        organisations.stream()
                .filter(organisation -> organisation.kind() == OrganisationKind.BRANCH
                        && organisation.rural()
                        && organisation.place().kind() == PlaceKind.VILLAGE)
                .filter(village -> villages.getAndIncrement() < FIRST || villages.get() % EVERY == 0)
                .forEach(village -> {
                    for (var n = 0; n < EACH; n++) {
                        past.add(event(village, n));
                    }
                });
        events.take(Jurisdiction.within(DemoCounty.ROOT), past);
    }

    private PastEvent event(DemoOrganisation village, int n) {
        var random = new DemoRandom("event", village.login(), n);
        var matter = random.oneOf(MATTERS);
        var open = n == EACH - 1;
        var reported = clock.instant()
                .minus(open ? Duration.ofHours(random.between(1, 20)) : Duration.ofHours(random.between(120, 2000)));
        var solved = n == 0;
        var here = village.place();
        var worker = new Actor(null, village.login(), village.name(), village.holder(), RoleName.VILLAGE, null);
        return new PastEvent(
                new ReportGridEvent(
                        new GridEventId(id(village.login(), n)),
                        here,
                        matter[0],
                        matter[1],
                        "",
                        "",
                        DemoGrids.somewhere(here, random),
                        false,
                        false,
                        Channel.PAPER,
                        null,
                        solved ? matter[2] : ""),
                worker,
                here,
                reported,
                solved ? List.of() : steps(here, worker, reported, matter[2], open, random));
    }

    private static List<Step> steps(
            PlaceCode here, Actor worker, Instant reported, String result, boolean open, DemoRandom random) {
        if (open && random.happens(0.5)) {
            return List.of();
        }
        var township = here.parent().orElseThrow();
        var checker = new Actor(null, "township-" + township, CHECKER, CHECKER, RoleName.TOWNSHIP, null);
        var accepted = reported.plus(Duration.ofMinutes(random.between(5, 50)));
        var steps = new ArrayList<Step>();
        steps.add(new Step(MoveKind.ACCEPT, worker, here, accepted, null, ""));
        steps.add(new Step(MoveKind.ASSIGN, worker, here, accepted, here, ""));
        if (!open) {
            var done = accepted.plus(Duration.ofHours(random.between(2, 70)));
            steps.add(new Step(MoveKind.DONE, worker, here, done, null, result));
            steps.add(new Step(
                    MoveKind.CLOSE, checker, township, done.plus(Duration.ofHours(random.between(1, 20))), null, ""));
        }
        return steps;
    }

    private static UUID id(String login, int n) {
        return UUID.nameUUIDFromBytes(("demo:event:" + login + ":" + n).getBytes(StandardCharsets.UTF_8));
    }
}
