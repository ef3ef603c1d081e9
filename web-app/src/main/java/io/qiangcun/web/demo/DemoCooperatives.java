package io.qiangcun.web.demo;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.company.ClaimId;
import io.qiangcun.economy.company.CompanyId;
import io.qiangcun.economy.company.CompanyKind;
import io.qiangcun.economy.company.CompanyQueries;
import io.qiangcun.economy.company.CompanyService;
import io.qiangcun.economy.company.Receipt;
import io.qiangcun.economy.company.Split;
import io.qiangcun.economy.company.WriteCompany;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.cooperative.CooperativeMode;
import io.qiangcun.economy.cooperative.CooperativeService;
import io.qiangcun.economy.cooperative.CooperativeService.Partnership;
import io.qiangcun.economy.cooperative.CreditCode;
import io.qiangcun.economy.cooperative.Industry;
import io.qiangcun.economy.cooperative.Sections;
import io.qiangcun.economy.cooperative.TagLevel;
import io.qiangcun.economy.cooperative.WriteCooperative;
import io.qiangcun.economy.dividend.BenefitRule;
import io.qiangcun.economy.dividend.DividendBookings.PayFrom;
import io.qiangcun.economy.dividend.DividendId;
import io.qiangcun.economy.dividend.DividendService;
import io.qiangcun.economy.dividend.DraftDividend;
import io.qiangcun.economy.dividend.Guarantee;
import io.qiangcun.economy.dividend.RemainderBy;
import io.qiangcun.economy.membership.Contribution;
import io.qiangcun.economy.membership.ContributionKind;
import io.qiangcun.economy.membership.CoopMemberId;
import io.qiangcun.economy.membership.Join;
import io.qiangcun.economy.membership.MemberKind;
import io.qiangcun.economy.membership.MembershipTakeover;
import io.qiangcun.economy.membership.MembershipTakeover.Entry;
import io.qiangcun.economy.membership.MembershipTakeover.TradeEntry;
import io.qiangcun.economy.membership.RecordTrade;
import io.qiangcun.economy.membership.Source;
import io.qiangcun.economy.membership.TradeId;
import io.qiangcun.economy.membership.TradeKind;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.VoucherId;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.data.domain.Pageable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A cooperative in every village of the demo county, and a federation in each of the townships that founded one. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoCooperatives {

    private static final int FEDERATIONS = 8;
    private static final int EXAMPLES = 5;

    /** Led by all of them together. */
    private static final int HOUSEHOLDS = 1962;

    private static final int OWNERS = 8;

    /** Of a hundred lists, those nobody has paid yet. */
    private static final double UNPAID = 0.05;

    /** Of a hundred villages: those whose four sides are not settled yet. */
    private static final double INCOMPLETE = 0.06;

    private static final double WITH_ENTERPRISE = 0.2;

    private static final Map<Industry, String> WHAT = Map.of(
            Industry.PLANTING, "种植",
            Industry.LIVESTOCK, "养殖",
            Industry.FORESTRY, "林果",
            Industry.PROCESSING, "农产品加工",
            Industry.MACHINERY, "农机服务",
            Industry.TOURISM, "休闲旅游");

    private static final Map<Industry, String> PRODUCTS = Map.of(
            Industry.PLANTING, "玉米",
            Industry.LIVESTOCK, "牛羊饲草",
            Industry.FORESTRY, "沙果",
            Industry.PROCESSING, "荞麦",
            Industry.MACHINERY, "玉米",
            Industry.TOURISM, "农家菜");

    private static final List<Industry> INDUSTRIES = List.of(
            Industry.PLANTING,
            Industry.PLANTING,
            Industry.LIVESTOCK,
            Industry.LIVESTOCK,
            Industry.LIVESTOCK,
            Industry.MACHINERY,
            Industry.PROCESSING,
            Industry.FORESTRY,
            Industry.TOURISM);

    private final CooperativeService cooperatives;
    private final MembershipTakeover takeover;
    private final DividendService dividends;
    private final CompanyService companies;
    private final CompanyQueries companyQueries;
    private final EntityManager entities;
    private final Clock clock;

    DemoCooperatives(
            CooperativeService cooperatives,
            MembershipTakeover takeover,
            DividendService dividends,
            CompanyService companies,
            CompanyQueries companyQueries,
            EntityManager entities,
            Clock clock) {
        this.cooperatives = cooperatives;
        this.takeover = takeover;
        this.dividends = dividends;
        this.companies = companies;
        this.companyQueries = companyQueries;
        this.entities = entities;
        this.clock = clock;
    }

    void write(List<DemoOrganisation> organisations, List<DemoPlace> places) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "demo",
                null,
                AuthorityUtils.createAuthorityList(
                        EconomyAuthorities.READ_COOPERATIVES,
                        EconomyAuthorities.WRITE_COOPERATIVES,
                        EconomyAuthorities.OVERSEE_COOPERATIVES,
                        EconomyAuthorities.READ_COMPANIES,
                        EconomyAuthorities.WRITE_COMPANIES,
                        EconomyAuthorities.RECEIVE_PROFITS)));
        SecurityContextHolder.setContext(context);
        try {
            lead(organisations, places);
            entities.flush();
            entities.clear();
            settle(villages(organisations, places));
            ownTogether(villages(organisations, places));
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private void lead(List<DemoOrganisation> organisations, List<DemoPlace> places) {
        var county = Jurisdiction.within(DemoCounty.ROOT);
        var federations = federations(county, organisations, places);
        var villages = villages(organisations, places);
        for (var at = 0; at < villages.size(); at++) {
            var branch = villages.get(at);
            var id = found(county, branch, at);
            var federation = federations.get(branch.place().parent().orElseThrow());
            if (federation != null) {
                cooperatives.federate(county, id, 0, federation);
            }
            if (at % (villages.size() / EXAMPLES) == 7 && at / (villages.size() / EXAMPLES) < EXAMPLES) {
                cooperatives.tag(
                        county,
                        Actor.system(),
                        id,
                        id(branch, "tag"),
                        at < villages.size() / 2 ? TagLevel.PREFECTURE : TagLevel.COUNTY,
                        at < villages.size() / 2 ? "市农牧局" : "农牧局",
                        LocalDate.of(LocalDate.now(clock).getYear(), 1, 1).minusMonths(2));
            }
        }
    }

    /** Households that join with money and land, and what they sold since the year before last. */
    private void settle(List<DemoOrganisation> branches) {
        var county = Jurisdiction.within(DemoCounty.ROOT);
        var joins = new ArrayList<Entry>();
        var trades = new ArrayList<TradeEntry>();
        for (var at = 0; at < branches.size(); at++) {
            var branch = branches.get(at);
            var industry = industryOf(branch);
            var random = new DemoRandom("cooperative-members", branch.login());
            var count = householdsOf(branches, at);
            for (var number = 1; number <= count; number++) {
                var join = join(branch, number, industry, random);
                joins.add(new Entry(joins.size(), branch.place(), join));
                trades.addAll(trades(branch, number, industry, random));
                rent(branch, number, join).ifPresent(trades::add);
            }
        }
        takeover.take(county, Actor.system(), joins);
        takeover.takeTrades(county, Actor.system(), trades);
        for (var at = 0; at < branches.size(); at++) {
            distribute(county, branches.get(at), householdsOf(branches, at));
        }
    }

    private static int householdsOf(List<DemoOrganisation> branches, int at) {
        return HOUSEHOLDS / branches.size() + (at < HOUSEHOLDS % branches.size() ? 1 : 0);
    }

    private Join join(DemoOrganisation branch, int number, Industry industry, DemoRandom random) {
        var land = industry == Industry.PLANTING && random.happens(0.5);
        var shares = random.between(10, 60);
        return new Join(
                memberOf(branch, number),
                idOf(branch),
                MemberKind.HOUSEHOLD,
                "%04d".formatted(number),
                "演示户%04d".formatted(number),
                LocalDate.of(2024, random.between(1, 6), 1),
                new Contribution(
                        land ? ContributionKind.LAND : ContributionKind.MONEY,
                        random.happens(0.2) ? Source.PROJECT : Source.OWN,
                        land ? "承包地经营权" : "",
                        land ? BigDecimal.valueOf(random.between(5, 30)) : BigDecimal.ZERO,
                        new Money(BigDecimal.valueOf(shares * 100L)),
                        BigDecimal.valueOf(shares)));
    }

    /** In the autumn of each year since it joined. */
    private List<TradeEntry> trades(DemoOrganisation branch, int number, Industry industry, DemoRandom random) {
        var today = LocalDate.now(clock);
        var entries = new ArrayList<TradeEntry>();
        for (var year = today.getYear() - 1; year <= today.getYear(); year++) {
            var on = LocalDate.of(year, random.between(8, 10), random.between(1, 28));
            var sold = random.between(1200, 9000);
            if (!on.isAfter(today)) {
                entries.add(trade(
                        branch,
                        number,
                        year + "-sold",
                        TradeKind.SALE,
                        PRODUCTS.getOrDefault(industry, "农产品"),
                        sold,
                        on));
            }
            var paid = LocalDate.of(year, random.between(3, 6), random.between(1, 28));
            if (random.happens(0.6) && !paid.isAfter(today)) {
                entries.add(trade(branch, number, year + "-worked", TradeKind.WAGE, "务工", random.between(4, 18), paid));
            }
        }
        return entries;
    }

    /** What land earns in the spring, whatever the harvest will be. */
    private Optional<TradeEntry> rent(DemoOrganisation branch, int number, Join join) {
        var brought = join.contribution();
        var on = LocalDate.of(LocalDate.now(clock).getYear(), 4, 10);
        return brought == null || brought.mu().signum() == 0 || on.isAfter(LocalDate.now(clock))
                ? Optional.empty()
                : Optional.of(trade(
                        branch,
                        number,
                        "rented",
                        TradeKind.RENT,
                        "土地租金",
                        brought.mu().intValue(),
                        on));
    }

    private static TradeEntry trade(
            DemoOrganisation branch, int number, String what, TradeKind kind, String product, int count, LocalDate on) {
        var each =
                switch (kind) {
                    case WAGE -> 120;
                    case RENT -> 100;
                    case SALE, SUPPLY -> 3;
                };
        return new TradeEntry(
                number,
                branch.place(),
                new RecordTrade(
                        new TradeId(id(branch, "trade-" + number + "-" + what)),
                        idOf(branch),
                        memberOf(branch, number),
                        "",
                        kind,
                        product,
                        BigDecimal.valueOf(count),
                        kind == TradeKind.WAGE ? "天" : kind == TradeKind.RENT ? "亩" : "公斤",
                        new Money(BigDecimal.valueOf((long) count * each)),
                        on));
    }

    /** Last year's surplus, decided in January and mostly paid in February. */
    private void distribute(Jurisdiction county, DemoOrganisation branch, int voters) {
        var today = LocalDate.now(clock);
        var displayed = LocalDate.of(today.getYear(), 1, 8);
        var met = displayed.plusDays(20);
        var paid = met.plusDays(10);
        if (paid.isAfter(today)) {
            return;
        }
        var random = new DemoRandom("dividend", branch.login());
        var id = new DividendId(id(branch, "dividend"));
        dividends.draft(
                county,
                Actor.system(),
                new DraftDividend(
                        id,
                        idOf(branch),
                        today.getYear() - 1,
                        new Money(BigDecimal.valueOf((long) voters * random.between(450, 900) * 100, 2)),
                        BigDecimal.TEN,
                        "社员大会审议的盈余分配表",
                        rule(random)),
                null);
        dividends.display(county, id, 0, displayed);
        dividends.decide(
                county, Actor.system(), id, 1, met, voters, voters - random.between(0, 2), voters - 3, "社员大会决议，存合作社");
        if (!random.happens(UNPAID)) {
            dividends.pay(county, Actor.system(), id, 2, null, paid, new PayFrom(VoucherId.next(), null, 0, ""));
        }
    }

    /** By the law, or with something guaranteed for each share. */
    private static BenefitRule rule(DemoRandom random) {
        return random.happens(0.3)
                ? new BenefitRule(
                        BigDecimal.valueOf(60),
                        RemainderBy.SHARES,
                        Money.ZERO,
                        BigDecimal.valueOf(100),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        Guarantee.PER_SHARE,
                        Money.of("5"))
                : BenefitRule.byLaw(BigDecimal.valueOf(random.between(60, 70)));
    }

    /** A company that shares equally, and a park of one township's villages that shares by what each gave. */
    private void ownTogether(List<DemoOrganisation> branches) {
        var county = Jurisdiction.within(DemoCounty.ROOT);
        var eight = IntStream.range(0, OWNERS)
                .mapToObj(at -> branches.get(at * branches.size() / OWNERS))
                .toList();
        own(
                county,
                DemoCounty.ROOT,
                CompanyKind.COMPANY,
                "库伦旗村投实业有限责任公司",
                "统一经营仓储、农资和农机服务",
                Split.EQUAL,
                eight,
                480_000);
        var township = branches.get(0).place().parent().orElseThrow();
        own(
                county,
                township,
                CompanyKind.PROJECT,
                "抱团发展产业园",
                "设施农业、冷链和加工车间",
                Split.SHARES,
                branches.stream()
                        .filter(branch -> township.contains(branch.place()))
                        .limit(OWNERS)
                        .toList(),
                263_500);
        companyQueries.claims(county, null, null, true, Pageable.unpaged()).stream()
                .filter(claim -> claim.placeCode().hashCode() % 3 != 0)
                .forEach(claim -> companies.receive(
                        county,
                        Actor.system(),
                        new ClaimId(claim.claimId()),
                        new Receipt(claim.decidedOn(), VoucherId.next(), "", 0, "")));
    }

    private void own(
            Jurisdiction county,
            PlaceCode place,
            CompanyKind kind,
            String name,
            String purpose,
            Split split,
            List<DemoOrganisation> owners,
            int profit) {
        var today = LocalDate.now(clock);
        var founded = LocalDate.of(today.getYear() - 2, 3, 1);
        var id = new CompanyId(UUID.nameUUIDFromBytes(("demo:company:" + name).getBytes(StandardCharsets.UTF_8)));
        companies.write(county, Actor.system(), new WriteCompany(id, place, kind, name, null, founded, purpose, split));
        for (var at = 0; at < owners.size(); at++) {
            var shares = new DemoRandom("company", name, at).between(1, 5);
            companies.admit(
                    county,
                    Actor.system(),
                    id,
                    at,
                    owners.get(at).place(),
                    new Money(BigDecimal.valueOf(shares * 50_000L)),
                    BigDecimal.valueOf(shares),
                    founded);
        }
        var decided = LocalDate.of(today.getYear(), 1, 20);
        if (!decided.isAfter(today)) {
            companies.share(
                    county,
                    Actor.system(),
                    id,
                    owners.size(),
                    UUID.nameUUIDFromBytes(("demo:profit:" + name).getBytes(StandardCharsets.UTF_8)),
                    today.getYear() - 1,
                    new Money(BigDecimal.valueOf(profit)),
                    "股东会决议",
                    decided);
        }
    }

    static CoopMemberId memberOf(DemoOrganisation branch, int number) {
        return new CoopMemberId(id(branch, "member-" + number));
    }

    /** The branches that lead one, a village each. */
    static List<DemoOrganisation> villages(List<DemoOrganisation> organisations, List<DemoPlace> places) {
        var villages = new LinkedHashMap<PlaceCode, DemoPlace>();
        places.stream()
                .filter(place -> place.category() == PlaceCategory.VILLAGE)
                .forEach(place -> villages.put(place.code(), place));
        return organisations.stream()
                .filter(organisation ->
                        organisation.login().startsWith("village-") && villages.containsKey(organisation.place()))
                .toList();
    }

    static CooperativeId idOf(DemoOrganisation branch) {
        return new CooperativeId(id(branch, "cooperative"));
    }

    static Industry industryOf(DemoOrganisation branch) {
        return new DemoRandom("cooperative", branch.login()).oneOf(INDUSTRIES);
    }

    private Map<PlaceCode, CooperativeId> federations(
            Jurisdiction county, List<DemoOrganisation> organisations, List<DemoPlace> places) {
        var ids = new LinkedHashMap<PlaceCode, CooperativeId>();
        var names = new LinkedHashMap<PlaceCode, String>();
        places.forEach(place -> names.put(place.code(), place.name()));
        organisations.stream()
                .filter(organisation -> organisation.place().kind() == PlaceKind.TOWNSHIP
                        && organisation.login().startsWith("township-")
                        && places.stream()
                                .anyMatch(place -> place.category() == PlaceCategory.VILLAGE
                                        && organisation.place().contains(place.code())))
                .limit(FEDERATIONS)
                .forEach(committee -> {
                    var id = new CooperativeId(id(committee, "federation"));
                    cooperatives.write(
                            county,
                            Actor.system(),
                            new WriteCooperative(
                                    id,
                                    committee.place(),
                                    names.get(committee.place()) + "农牧业专业合作社联合社",
                                    committee.id().value(),
                                    committee.name(),
                                    Industry.SERVICE,
                                    LocalDate.of(2021, 6, 1),
                                    null,
                                    CooperativeMode.BASE,
                                    null,
                                    sections("统一供应生产资料、统一销售，带动成员社抱团发展。")));
                    ids.put(committee.place(), id);
                });
        return ids;
    }

    private CooperativeId found(Jurisdiction county, DemoOrganisation branch, int number) {
        var random = new DemoRandom("cooperative-of", branch.login());
        var industry = industryOf(branch);
        var enterprise = random.happens(WITH_ENTERPRISE);
        var id = idOf(branch);
        var settled = !random.happens(INCOMPLETE);
        var sections = sections("党支部领办、农户入社，发展" + WHAT.get(industry) + "，统一标准、统一销售。");
        cooperatives.write(
                county,
                Actor.system(),
                new WriteCooperative(
                        id,
                        branch.place(),
                        branch.name().replaceAll("党(支部|总支|委员会|总支部委员会).*", "") + WHAT.get(industry) + "专业合作社",
                        branch.id().value(),
                        branch.name(),
                        industry,
                        LocalDate.of(random.between(2019, 2023), random.between(1, 12), random.between(1, 28)),
                        code(number),
                        enterprise
                                ? CooperativeMode.ENTERPRISE
                                : industry == Industry.PLANTING ? CooperativeMode.LAND : CooperativeMode.HOUSEHOLDS,
                        null,
                        settled ? sections : new Sections(sections.development(), sections.operation(), "", "农户自愿入社")));
        if (enterprise) {
            cooperatives.agree(
                    county,
                    Actor.system(),
                    id,
                    new Partnership(
                            id(branch, "partner"),
                            "演示龙头企业" + (number % 6 + 1),
                            null,
                            "订单收购和入股合作协议",
                            LocalDate.of(LocalDate.now(clock).getYear() - 1, 1, 1),
                            LocalDate.of(LocalDate.now(clock).getYear() + 2, 12, 31),
                            BigDecimal.valueOf(random.between(20, 49)),
                            "订单价不低于市场价，年底保底分红每股60元，超出部分按社员40%、集体30%、管理团队30%分配。"));
        }
        return id;
    }

    private static Sections sections(String development) {
        return new Sections(
                development,
                "理事会由党支部成员和社员代表组成，重大事项经社员大会讨论，账目每季度公开。",
                "集体以资金和设施入股，农户以资金、土地、牲畜折价入股，每股一百元，股份可以继承。",
                "农户自愿申请，交清出资后发给社员证；退社在年底办理，退还出资和公积金份额。");
    }

    private static CreditCode code(int number) {
        var first = "93150524MA0%05dX".formatted(number + 1);
        return new CreditCode(first + CreditCode.checkOf(first));
    }

    private static UUID id(DemoOrganisation organisation, String what) {
        return UUID.nameUUIDFromBytes(
                ("demo:cooperative:" + organisation.login() + ":" + what).getBytes(StandardCharsets.UTF_8));
    }
}
