package io.qiangcun.web.demo;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.procedure.CaseService;
import io.qiangcun.core.procedure.Tally;
import io.qiangcun.party.organisation.OrganisationKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cases in all states: people who join the Party, matters of villages, cadres, organisations put right. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoProcedures {

    private static final int UNDER_WAY = 12;
    private static final int ADMITTED = 7;
    private static final int FULL = 4;
    private static final Tally COMMITTEE = new Tally(5, 5, 5, 0, 5, 0, 0);
    private static final Tally MEMBERS = new Tally(30, 28, 24, 0, 24, 0, 0);
    private static final Tally REPRESENTATIVES = new Tally(35, 35, 30, 0, 28, 1, 1);
    private static final Map<String, String> BY_COMMITTEE = Map.of("recommended", "members", "body", "committee");

    private final CaseService cases;
    private final Clock clock;

    DemoProcedures(CaseService cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    void write(List<DemoOrganisation> organisations, DemoPeople people) {
        var villages = organisations.stream()
                .filter(organisation -> organisation.place().kind() == PlaceKind.VILLAGE)
                .filter(organisation ->
                        organisation.rural() && organisation.login().startsWith("village-"))
                .toList();
        for (var at = 0; at < UNDER_WAY; at++) {
            enter(villages.get(at), membership(villages.get(at), people, at));
            if (at % 2 == 0) {
                enter(villages.get(at), decision(villages.get(at), at));
            }
        }
        for (var at = 0; at < ADMITTED; at++) {
            var village = villages.get(UNDER_WAY + at);
            enter(village, admitted(village, people, at));
        }
        var committees = organisations.stream()
                .filter(organisation -> organisation.kind() == OrganisationKind.COMMITTEE
                        && organisation.place().kind() == PlaceKind.TOWNSHIP)
                .toList();
        var above = committees.stream()
                .collect(toMap(DemoOrganisation::place, committee -> committee, (one, other) -> one));
        Stream.concat(
                        new DemoCadres(today(), villages, people.withFormer()).cases().stream(),
                        new DemoStrongholds(today(), villages, committees).cases().stream())
                .forEach(past -> enter(over(past.place(), above), past));
    }

    private static DemoOrganisation over(PlaceCode place, Map<PlaceCode, DemoOrganisation> committees) {
        var own = committees.get(place);
        return own == null
                ? Objects.requireNonNull(committees.get(place.parent().orElseThrow()), place.value())
                : own;
    }

    private void enter(DemoOrganisation by, DemoCase past) {
        var actor = new Actor(
                null,
                by.login(),
                by.name(),
                by.holder(),
                by.place().kind() == PlaceKind.TOWNSHIP ? RoleName.TOWNSHIP : RoleName.VILLAGE,
                by.id().value());
        cases.enter(Jurisdiction.within(DemoCounty.ROOT), actor, past.past());
    }

    /** The further down the list, the fewer steps are done. */
    private DemoCase membership(DemoOrganisation village, DemoPeople people, int at) {
        var start = today().plusDays(-500L + at * 35L);
        var past = DemoCase.about("party.membership", village.place(), DemoPeople.applicantOf(village), start)
                .done("application", start, "done", Map.of());
        if (at < 11) {
            past.done("first-talk", start.plusDays(12), "done", Map.of("talker", village.holder()));
        }
        if (at < 9) {
            var contact = people.fullMember(village, 0, start.plusDays(55)).toString();
            past.voted("activist-decision", start.plusDays(40), "decided", BY_COMMITTEE, COMMITTEE)
                    .done("activist-filing", start.plusDays(50), "filed", Map.of())
                    .done("contacts", start.plusDays(55), "done", Map.of("firstContact", contact));
        }
        if (at < 6) {
            past.done("cultivation", start.plusDays(200), "checked", Map.of("check", "思想稳定，积极参加组织生活。"));
        }
        if (at < 2) {
            past.done("cultivation", start.plusDays(410), "completed", Map.of("check", "培养教育期满，表现良好。"));
        }
        return past;
    }

    /** Members whom the procedure itself made: some on probation, some full by now. */
    private DemoCase admitted(DemoOrganisation village, DemoPeople people, int at) {
        var full = at < FULL;
        var meeting = today().minusDays(full ? 520L + at * 20L : 90L + at * 20L);
        var start = meeting.minusDays(700);
        var first = people.fullMember(village, 0, start.plusDays(60)).toString();
        var second = people.fullMember(village, 1, start.plusDays(60)).toString();
        var heard = Map.of("body", "committee", "opinions", "各方面意见一致。");
        var decided = start.plusDays(420);
        var past = DemoCase.about("party.membership", village.place(), DemoPeople.applicantOf(village), start)
                .done("application", start, "done", Map.of())
                .done("first-talk", start.plusDays(15), "done", Map.of("talker", village.holder()))
                .voted("activist-decision", start.plusDays(40), "decided", BY_COMMITTEE, COMMITTEE)
                .done("activist-filing", start.plusDays(50), "filed", Map.of())
                .done("contacts", start.plusDays(60), "done", Map.of("firstContact", first, "secondContact", second))
                .done("cultivation", start.plusDays(220), "checked", Map.of("check", "表现良好。"))
                .done("cultivation", start.plusDays(410), "completed", Map.of("check", "培养教育期满，表现良好。"))
                .votedAndShown("candidate-decision", decided, "decided", heard, COMMITTEE, decided.plusDays(14))
                .done("candidate-filing", start.plusDays(450), "filed", Map.of())
                .done(
                        "introducers",
                        start.plusDays(460),
                        "done",
                        Map.of("firstIntroducer", first, "secondIntroducer", second))
                .done("review", start.plusDays(500), "passed", Map.of("findings", "政治审查合格。"))
                .done("training", start.plusDays(520), "done", Map.of("hours", "24"))
                .voted(
                        "committee-review",
                        start.plusDays(640),
                        "passed",
                        Map.of("body", "committee", "opinion", "符合条件。"),
                        COMMITTEE)
                .done("pre-review", start.plusDays(665), "passed", Map.of("consulted", "没有不同意见。", "leaving", "no"))
                .done("form", start.plusDays(680), "done", Map.of("formNumber", "演示" + (1000 + at)))
                .voted("admission-meeting", meeting, "admitted", Map.of("resolution", "同意接收为预备党员。"), MEMBERS)
                .done("second-talk", meeting.plusDays(20), "done", Map.of("talker", "组织委员", "opinion", "条件成熟。"))
                .done("admission-approval", meeting.plusDays(45), "approved", Map.of("decision", "批准接收为预备党员。"))
                .done("admission-filing", meeting.plusDays(50), "done", Map.of())
                .done("assignment", meeting.plusDays(52), "done", Map.of("group", village.name()))
                .done("oath", meeting.plusDays(60), "done", Map.of());
        if (full) {
            var conversion = meeting.plusYears(1).plusDays(5);
            past.done("probation", meeting.plusDays(200), "checked", Map.of("check", "表现良好。"))
                    .done("probation", meeting.plusDays(350), "completed", Map.of("check", "考察期满。"))
                    .done("conversion-application", meeting.plusDays(355), "done", Map.of())
                    .votedAndShown(
                            "conversion-meeting",
                            conversion,
                            "on-time",
                            Map.of("resolution", "同意按期转为正式党员。"),
                            MEMBERS,
                            conversion.plusDays(14))
                    .done("conversion-approval", conversion.plusDays(30), "approved", Map.of("decision", "批准转为正式党员。"))
                    .done("archive", conversion.plusDays(40), "done", Map.of("complete", "yes", "kept", "上级党委"));
        }
        return past;
    }

    private DemoCase decision(DemoOrganisation village, int at) {
        var start = today().plusDays(-90L + at * 6L);
        var past = DemoCase.on("party.village-decision", village.place(), "通户道路硬化", start)
                .done(
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
                                Integer.toString(60_000 + at * 5_000)));
        if (at < 8) {
            past.voted("review", start.plusDays(4), "agreed", Map.of("opinion", "同意提交村民代表会议。"), MEMBERS);
        }
        if (at < 6) {
            past.voted(
                    "resolve",
                    start.plusDays(10),
                    "agreed",
                    Map.of("body", "representatives", "resolution", "同意实施。"),
                    REPRESENTATIVES);
        }
        if (at < 4) {
            past.shown(
                    "publish-resolution",
                    start.plusDays(12),
                    "done",
                    Map.of("channel", "board", "supervisor", DemoAccounts.holderName(9500 + at), "apart", "yes"),
                    start.plusDays(20));
        }
        return past;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
