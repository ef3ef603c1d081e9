package io.qiangcun.web.demo;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.people.EnterHousehold;
import io.qiangcun.core.people.HouseholdId;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.grid.shop.ShelfService.Redeem;
import io.qiangcun.grid.shop.ShopService.EnterFact;
import io.qiangcun.grid.shop.ShopTakeover;
import io.qiangcun.party.organisation.OrganisationKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The points shops of some villages: households, facts of three months, goods, and what was taken for the points. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoShops {

    private static final int SHOPS = 6;
    private static final int HOUSEHOLDS = 12;
    private static final int MONTHS = 3;
    private static final int FACTS_A_MONTH = 8;
    private static final int STOCK = 20;
    private static final int POSTED_ON = 5;

    private static final List<String[]> DEEDS = List.of(
            new String[] {"planning", "按村庄规划拆除院外私搭棚圈", "村务监督委员会现场查看记录"},
            new String[] {"toilets", "旱厕改为卫生厕所并正常使用", "改厕验收单"},
            new String[] {"sewage", "生活污水接入收集管，不再直排", "现场查看记录"},
            new String[] {"refuse", "房前屋后垃圾分类清运", "保洁员记录"},
            new String[] {"greening", "房前屋后补植沙柳、柠条", "现场查看记录"});

    private static final List<String[]> GOODS =
            List.of(new String[] {"洗衣液 2公斤", "桶", "10"}, new String[] {"毛巾", "条", "5"}, new String[] {"食用盐", "袋", "5"});

    private final PeopleService people;
    private final ShopTakeover shops;
    private final Clock clock;

    DemoShops(PeopleService people, ShopTakeover shops, Clock clock) {
        this.people = people;
        this.shops = shops;
        this.clock = clock;
    }

    void write(List<DemoOrganisation> organisations) {
        organisations.stream()
                .filter(organisation -> organisation.kind() == OrganisationKind.BRANCH
                        && organisation.rural()
                        && organisation.login().startsWith("village-")
                        && organisation.place().kind() == PlaceKind.VILLAGE)
                .limit(SHOPS)
                .forEach(this::shop);
    }

    private void shop(DemoOrganisation village) {
        var place = village.place();
        var keeper = new Actor(null, village.login(), village.login(), village.holder(), RoleName.VILLAGE, null);
        var approver = new Actor(
                null, "township-" + place.value().substring(0, 9), "township", "演示审核人", RoleName.TOWNSHIP, null);
        var homes = IntStream.rangeClosed(1, HOUSEHOLDS)
                .mapToObj(number -> new EnterHousehold(
                        new HouseholdId(id(village, "home", number)), place, "%03d号户".formatted(number), "", null))
                .toList();
        people.enterHouseholds(Jurisdiction.within(DemoCounty.ROOT), Actor.system(), homes);
        var today = LocalDate.now(clock);
        for (var good = 0; good < GOODS.size(); good++) {
            var what = GOODS.get(good);
            shops.goods(
                    id(village, "good", good),
                    place,
                    what[0],
                    what[1],
                    Integer.parseInt(what[2]),
                    STOCK,
                    today.minusMonths(MONTHS),
                    "供销社送货，附送货单",
                    keeper);
        }
        for (var back = MONTHS; back >= 0; back--) {
            month(village, YearMonth.from(today).minusMonths(back), homes, keeper, approver, today);
        }
        // what was posted two months ago can be used
        for (var taken = 0; taken < GOODS.size(); taken++) {
            var home = homes.get(taken);
            shops.redeemed(
                    new Redeem(
                            id(village, "redemption", taken),
                            place,
                            home.id().value(),
                            id(village, "good", 1),
                            1,
                            today.minusDays(taken),
                            "户主本人"),
                    home.number(),
                    GOODS.get(1)[0],
                    Integer.parseInt(GOODS.get(1)[2]),
                    keeper);
        }
    }

    private void month(
            DemoOrganisation village,
            YearMonth month,
            List<EnterHousehold> homes,
            Actor keeper,
            Actor approver,
            LocalDate today) {
        var runs = month.equals(YearMonth.from(today));
        for (var n = 0; n < FACTS_A_MONTH; n++) {
            var random = new DemoRandom("shop", village.login(), month, n);
            var deed = random.oneOf(DEEDS);
            var on = runs ? today.withDayOfMonth(1) : month.atDay(1 + 3 * n);
            var home = homes.get(n);
            shops.fact(
                    new EnterFact(
                            id(village, month + "-fact", n),
                            village.place(),
                            home.id().value(),
                            deed[0],
                            on,
                            deed[1],
                            deed[2]),
                    home.number(),
                    keeper,
                    // the latest ones still wait for the township
                    runs && n > 2 ? null : approver);
        }
        var posted = month.plusMonths(1).atDay(POSTED_ON);
        if (!runs && !posted.isAfter(today) && month.plusMonths(1).isBefore(YearMonth.from(today))) {
            shops.published(id(village, month + "-list", 0), village.place(), month, posted, keeper);
        }
    }

    private static UUID id(DemoOrganisation village, String what, int n) {
        return UUID.nameUUIDFromBytes(
                ("demo:shop:" + village.login() + ":" + what + ":" + n).getBytes(StandardCharsets.UTF_8));
    }
}
