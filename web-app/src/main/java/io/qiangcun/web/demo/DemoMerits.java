package io.qiangcun.web.demo;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.OpenAccount;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.party.member.EnrolledBefore;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.organisation.OrganisationKind;
import io.qiangcun.party.points.EarlierEntry;
import io.qiangcun.party.points.EntryId;
import io.qiangcun.party.points.PointsTakeover;
import io.qiangcun.party.points.PublicationId;
import io.qiangcun.party.points.Quarter;
import io.qiangcun.party.rating.StarTakeover;
import io.qiangcun.party.rating.StarTakeover.EarlierStars;
import io.qiangcun.party.standard.CheckId;
import io.qiangcun.party.standard.CheckTakeover;
import io.qiangcun.party.standard.CheckTakeover.EarlierCheck;
import io.qiangcun.party.standard.CheckTakeover.Holder;
import io.qiangcun.party.standard.Period;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What members of the demo county did and were given for it: points of some villages with published quarters, stars of all,
 * and the checks of branches against the standard.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoMerits {

    private static final int VILLAGES_WITH_POINTS = 40;
    private static final int CHECKED = 120;
    private static final int FACTS = 6;
    private static final String COUNTY = "county";

    private static final List<String[]> DEEDS = List.of(
            new String[] {"volunteer", "参加环境卫生整治志愿服务", "支部志愿服务登记表"},
            new String[] {"volunteer", "参加秸秆禁烧宣传", "支部志愿服务登记表"},
            new String[] {"help", "帮助困难户修缮房屋", "受助户签字、现场记录"},
            new String[] {"emergency", "汛期在河堤值守", "防汛值班表"},
            new String[] {"duty-post", "履行环境卫生责任区职责", "设岗定责记录"},
            new String[] {"honour", "受到上级党组织表彰", "表彰文件"},
            new String[] {"absent", "无故未参加主题党日", "会议记录"});

    private final PointsTakeover points;
    private final StarTakeover stars;
    private final CheckTakeover checks;
    private final Clock clock;

    DemoMerits(PointsTakeover points, StarTakeover stars, CheckTakeover checks, Clock clock) {
        this.points = points;
        this.stars = stars;
        this.checks = checks;
        this.clock = clock;
    }

    void write(List<DemoOrganisation> organisations, List<EnrolledBefore> members) {
        var county = Jurisdiction.within(DemoCounty.ROOT);
        var villages = organisations.stream()
                .filter(organisation -> organisation.kind() == OrganisationKind.BRANCH
                        && organisation.rural()
                        && organisation.place().kind() == PlaceKind.VILLAGE)
                .toList();
        var byBranch = members.stream()
                .collect(Collectors.groupingBy(member -> member.command().organisation()));
        var holders = DemoAccounts.of(organisations).stream()
                .collect(Collectors.toMap(OpenAccount::login, OpenAccount::holder));
        var entries = new ArrayList<EarlierEntry>();
        var given = new ArrayList<EarlierStars>();
        var checked = new ArrayList<EarlierCheck>();
        for (var at = 0; at < villages.size(); at++) {
            var village = villages.get(at);
            var ids = byBranch.getOrDefault(village.id(), List.of()).stream()
                    .map(member -> member.command().id())
                    .toList();
            if (at < VILLAGES_WITH_POINTS) {
                entries.addAll(deeds(village, ids, holders));
            }
            given.addAll(starsOf(village, ids));
            if (at < CHECKED) {
                checked.add(check(village, holders));
            }
        }
        points.take(county, entries);
        villages.stream().limit(VILLAGES_WITH_POINTS).forEach(this::publish);
        stars.take(county, system(), given);
        checks.take(county, "branch", checked);
    }

    private List<EarlierEntry> deeds(DemoOrganisation village, List<MemberId> members, Map<String, String> holders) {
        var township = townshipOf(village);
        var today = LocalDate.now(clock);
        var deeds = new ArrayList<EarlierEntry>();
        for (var n = 0; n < FACTS && !members.isEmpty(); n++) {
            var random = new DemoRandom("deed", village.login(), n);
            var deed = random.oneOf(DEEDS);
            // the last ones still wait for the township
            var on = n == FACTS - 1 ? today.minusDays(random.between(2, 12)) : today.minusDays(random.between(50, 200));
            var decided = n < FACTS - 1;
            deeds.add(new EarlierEntry(
                    new EntryId(id("deed", village.login(), n)),
                    village.place(),
                    village.id(),
                    members.get(random.between(0, members.size() - 1)),
                    deed[0],
                    on,
                    deed[1],
                    deed[2],
                    village.login(),
                    village.holder(),
                    decided ? township : null,
                    decided ? holders.get(township) : null));
        }
        return deeds;
    }

    private void publish(DemoOrganisation village) {
        var quarter = Quarter.of(LocalDate.now(clock)).before();
        points.publish(
                new PublicationId(id("published", village.login(), 0)),
                village.place(),
                village.id(),
                quarter,
                quarter.until().plusDays(9),
                village.login(),
                village.holder());
    }

    private List<EarlierStars> starsOf(DemoOrganisation village, List<MemberId> members) {
        var on = LocalDate.of(LocalDate.now(clock).getYear(), 7, 1);
        if (on.isAfter(LocalDate.now(clock))) {
            return List.of();
        }
        var given = new ArrayList<EarlierStars>();
        for (var n = 0; n < members.size(); n++) {
            var random = new DemoRandom("stars", village.login(), n);
            var stars = Math.min(5, random.between(2, 5) + (random.happens(0.2) ? 1 : 0));
            given.add(new EarlierStars(
                    village.place(),
                    village.id(),
                    members.get(n),
                    random.happens(0.03) ? 0 : stars,
                    stars == 5 && random.happens(0.2),
                    on,
                    "年度星级评定",
                    random.happens(0.97)));
        }
        return given;
    }

    private EarlierCheck check(DemoOrganisation village, Map<String, String> holders) {
        var township = townshipOf(village);
        var random = new DemoRandom("check", village.login());
        var today = LocalDate.now(clock);
        var on = today.minusDays(random.between(40, 90));
        var failed = new HashMap<String, String>();
        if (random.happens(0.25)) {
            failed.put("study", "部分党员集中学习学时不足");
        }
        if (random.happens(0.15)) {
            failed.put("minutes", "个别会议记录缺少签字");
        }
        if (random.happens(0.1)) {
            failed.put("themeDay", "有一个月主题党日补办");
        }
        return new EarlierCheck(
                new CheckId(id("check", village.login(), 0)),
                village.place(),
                village.id(),
                new Period(LocalDate.of(on.getYear(), 1, 1), LocalDate.of(on.getYear(), 12, 31)),
                on,
                on.plusDays(20),
                on.plusDays(80),
                Map.copyOf(failed),
                new Holder(village.login(), village.holder()),
                holder(township, holders),
                holder(COUNTY, holders));
    }

    private static String townshipOf(DemoOrganisation village) {
        return "township-" + village.place().value().substring(0, PlaceKind.TOWNSHIP.digits());
    }

    private static Holder holder(String login, Map<String, String> holders) {
        return new Holder(login, Objects.requireNonNull(holders.get(login), login));
    }

    private static Actor system() {
        return new Actor(null, COUNTY, COUNTY, COUNTY, RoleName.COUNTY, null);
    }

    private static UUID id(String what, String login, int n) {
        return UUID.nameUUIDFromBytes(("demo:" + what + ":" + login + ":" + n).getBytes(StandardCharsets.UTF_8));
    }
}
