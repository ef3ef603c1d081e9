package io.qiangcun.web.demo;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.CaseService;
import io.qiangcun.core.procedure.PastCase;
import io.qiangcun.core.procedure.PastCase.PastAct;
import io.qiangcun.core.procedure.StartCase;
import io.qiangcun.core.procedure.TakeStep;
import io.qiangcun.core.procedure.Tally;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A handful of cases under way: people who want to join the Party, and matters of villages. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoProcedures {

    private static final int CASES = 12;
    private static final String LATE = "系统启用前的纸质记录补录";
    private static final Tally COMMITTEE = new Tally(5, 5, 5, 0, 5, 0, 0);
    private static final Tally MEMBERS = new Tally(30, 28, 24, 0, 24, 0, 0);
    private static final Tally REPRESENTATIVES = new Tally(35, 35, 30, 0, 28, 1, 1);

    private final CaseService cases;
    private final Clock clock;

    DemoProcedures(CaseService cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    void write(List<DemoOrganisation> organisations) {
        var villages = organisations.stream()
                .filter(organisation -> organisation.place().kind() == PlaceKind.VILLAGE)
                .limit(CASES)
                .toList();
        for (var at = 0; at < villages.size(); at++) {
            var village = villages.get(at);
            enter(village, membership(village, at));
            if (at % 2 == 0) {
                enter(village, decision(village, at));
            }
        }
    }

    private void enter(DemoOrganisation village, PastCase past) {
        var actor = new Actor(
                null,
                village.login(),
                village.name(),
                village.holder(),
                io.qiangcun.core.account.RoleName.VILLAGE,
                village.id().value());
        cases.enter(Jurisdiction.within(DemoCounty.ROOT), actor, past);
    }

    /** The further down the list, the fewer steps are done. */
    private PastCase membership(DemoOrganisation village, int at) {
        var start = day(-500 + at * 35);
        var acts = new ArrayList<PastAct>();
        acts.add(act("application", start, "done", Map.of()));
        if (at < 11) {
            acts.add(act("first-talk", start.plusDays(12), "done", Map.of("talker", village.holder())));
        }
        if (at < 9) {
            acts.add(voted(
                    "activist-decision",
                    start.plusDays(40),
                    "decided",
                    Map.of("recommended", "members", "body", "committee"),
                    COMMITTEE));
            acts.add(act("activist-filing", start.plusDays(50), "filed", Map.of()));
            acts.add(act(
                    "contacts",
                    start.plusDays(55),
                    "done",
                    Map.of("firstContact", DemoPeople.memberOf(village, 0).toString())));
        }
        if (at < 6) {
            acts.add(act("cultivation", start.plusDays(200), "checked", Map.of("check", "思想稳定，积极参加组织生活。")));
        }
        if (at < 2) {
            acts.add(act("cultivation", start.plusDays(410), "completed", Map.of("check", "培养教育期满，表现良好。")));
        }
        return new PastCase(
                new StartCase(
                        id("membership", at),
                        "party.membership",
                        village.place(),
                        DemoPeople.applicantOf(village).value(),
                        "",
                        start),
                acts);
    }

    private PastCase decision(DemoOrganisation village, int at) {
        var start = day(-90 + at * 6);
        var acts = new ArrayList<PastAct>();
        acts.add(act(
                "propose",
                start,
                "done",
                Map.of(
                        "category",
                        "works",
                        "proposal",
                        "硬化通户道路，所需资金从集体收益和上级补助中解决。",
                        "proposer",
                        village.holder(),
                        "merged",
                        "yes",
                        "amount",
                        Integer.toString(60_000 + at * 5_000))));
        if (at < 8) {
            acts.add(voted("review", start.plusDays(4), "agreed", Map.of("opinion", "同意提交村民代表会议。"), MEMBERS));
        }
        if (at < 6) {
            acts.add(voted(
                    "resolve",
                    start.plusDays(10),
                    "agreed",
                    Map.of("body", "representatives", "resolution", "同意实施。"),
                    REPRESENTATIVES));
        }
        if (at < 4) {
            acts.add(new PastAct(
                    step(
                            "publish-resolution",
                            start.plusDays(12),
                            "done",
                            Map.of(
                                    "channel",
                                    "board",
                                    "supervisor",
                                    DemoAccounts.holderName(9500 + at),
                                    "apart",
                                    "yes"),
                            null),
                    start.plusDays(20)));
        }
        return new PastCase(
                new StartCase(id("decision", at), "party.village-decision", village.place(), null, "通户道路硬化", start),
                acts);
    }

    private static PastAct act(String step, LocalDate on, String outcome, Map<String, String> evidence) {
        return new PastAct(step(step, on, outcome, evidence, null), null);
    }

    private static PastAct voted(String step, LocalDate on, String outcome, Map<String, String> evidence, Tally tally) {
        return new PastAct(step(step, on, outcome, evidence, tally), null);
    }

    private static TakeStep step(
            String step, LocalDate on, String outcome, Map<String, String> evidence, @Nullable Tally tally) {
        return new TakeStep(UUID.randomUUID(), 0, step, on, outcome, evidence, tally, null, null, LATE);
    }

    private static CaseId id(String what, int at) {
        return new CaseId(UUID.nameUUIDFromBytes((what + at).getBytes(StandardCharsets.UTF_8)));
    }

    private LocalDate day(int fromToday) {
        return LocalDate.now(clock).plusDays(fromToday);
    }
}
