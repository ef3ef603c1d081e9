package io.qiangcun.web.demo;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.contract.BookRent;
import io.qiangcun.economy.contract.BookingStep;
import io.qiangcun.economy.contract.ContractBookings;
import io.qiangcun.economy.contract.ContractId;
import io.qiangcun.economy.contract.ContractKind;
import io.qiangcun.economy.contract.ContractService;
import io.qiangcun.economy.contract.ObjectKind;
import io.qiangcun.economy.contract.PartyKind;
import io.qiangcun.economy.contract.PayTime;
import io.qiangcun.economy.contract.Terms;
import io.qiangcun.economy.contract.WriteContract;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.project.FundKind;
import io.qiangcun.economy.project.ProjectId;
import io.qiangcun.economy.project.ProjectService;
import io.qiangcun.economy.project.ProjectService.Accept;
import io.qiangcun.economy.project.ProjectService.EnterFund;
import io.qiangcun.economy.project.WriteProject;
import io.qiangcun.economy.project.WriteProject.Chains;
import io.qiangcun.economy.voucher.DraftVoucher;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherService;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The 22 projects that the demo county was supported in since 2019: most are accepted and let to somebody, the latest are
 * being built, one is late, one waits for its acceptance, some have not earned anything.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoProjects {

    static final int PROJECTS = 22;

    private static final int SINCE = 2019;
    private static final int EACH_YEAR = 3;
    private static final int BUILT = 18;

    /** Let by a contract whose rent is in the book. */
    private static final int LET = 14;

    /** Whose money is read from the book. */
    private static final int IN_BOOK = 2;

    private static final List<String[]> KINDS = List.of(
            new String[] {"肉牛养殖小区", "棚圈两栋、青贮窖一座"},
            new String[] {"杂粮加工车间", "脱皮、色选和包装设备一套"},
            new String[] {"蔬菜大棚", "日光温室六栋"},
            new String[] {"农机服务站", "大型拖拉机、播种机和库房"},
            new String[] {"冷藏保鲜库", "冷库一座、装卸场地"});

    private final ProjectService projects;
    private final ContractService contracts;
    private final ContractBookings bookings;
    private final VoucherService vouchers;
    private final EntityManager entities;
    private final Clock clock;

    DemoProjects(
            ProjectService projects,
            ContractService contracts,
            ContractBookings bookings,
            VoucherService vouchers,
            EntityManager entities,
            Clock clock) {
        this.projects = projects;
        this.contracts = contracts;
        this.bookings = bookings;
        this.vouchers = vouchers;
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
                        EconomyAuthorities.READ_BOOKS,
                        EconomyAuthorities.WRITE_VOUCHERS,
                        EconomyAuthorities.REVIEW_VOUCHERS,
                        EconomyAuthorities.READ_CONTRACTS,
                        EconomyAuthorities.WRITE_CONTRACTS,
                        EconomyAuthorities.READ_PROJECTS,
                        EconomyAuthorities.REPORT_PROJECTS,
                        EconomyAuthorities.APPROVE_PROJECTS)));
        SecurityContextHolder.setContext(context);
        try {
            var known = places.stream()
                    .filter(place -> place.category() == PlaceCategory.VILLAGE)
                    .map(DemoPlace::code)
                    .collect(Collectors.toSet());
            var villages = organisations.stream()
                    .filter(organisation ->
                            organisation.login().startsWith("village-") && known.contains(organisation.place()))
                    .toList();
            for (var number = 0; number < PROJECTS; number++) {
                new Building(number, villages.get(number * villages.size() / PROJECTS)).build();
            }
            entities.flush();
            entities.clear();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** By its number among those of the demo. */
    static ProjectId project(int number) {
        return new ProjectId(uuid(number, "project"));
    }

    private static UUID uuid(int number, String what) {
        return UUID.nameUUIDFromBytes(("demo:project:" + number + ":" + what).getBytes(StandardCharsets.UTF_8));
    }

    /** One project. */
    private final class Building {

        private final int number;
        private final DemoOrganisation village;
        private final Jurisdiction county = Jurisdiction.within(DemoCounty.ROOT);
        private final ProjectId id;
        private final LocalDate today = LocalDate.now(clock);
        private final LocalDate approved;
        private final Actor actor = DemoSupport.COUNTY;
        private final String name;

        Building(int number, DemoOrganisation village) {
            this.number = number;
            this.village = village;
            this.id = project(number);
            this.name = KINDS.get(number % KINDS.size())[0] + "建设项目";
            var year = Math.min(SINCE + number / EACH_YEAR, today.getYear());
            var planned = LocalDate.of(year, 3, 10 + number % 3);
            this.approved = number < BUILT
                    ? planned.isAfter(today.minusYears(1)) ? today.minusYears(1).minusDays(number) : planned
                    : today.minusDays(200L - number);
        }

        void build() {
            var central = number % 3 != 2;
            var late = number == BUILT;
            projects.write(
                    county,
                    actor,
                    new WriteProject(
                            id,
                            village.place(),
                            "%d-%02d".formatted(approved.getYear(), number + 1),
                            name,
                            KINDS.get(number % KINDS.size())[1] + "。",
                            new Chains(number % 5 == 1, true, number % 4 == 1),
                            approved,
                            approved.getYear() + "年扶持项目批复（演示）",
                            approved.plusDays(20),
                            number < BUILT
                                    ? approved.plusDays(200)
                                    : late ? today.minusDays(12) : today.plusDays(60 + number),
                            Money.of(Integer.toString(30_000 + number * 1_000)),
                            budget(central)));
            projects.start(county, id, 0, approved.plusDays(25));
            step("施工方案审定", approved.plusDays(30), approved.plusDays(28));
            if (number < BUILT) {
                step("主体工程完工", approved.plusDays(150), approved.plusDays(148));
                finish();
            } else {
                step("主体工程完工", late ? today.minusDays(40) : today.plusDays(30), null);
            }
            if (number < IN_BOOK) {
                keepInBook();
            } else {
                pay(central);
            }
        }

        private Map<String, Money> budget(boolean central) {
            var main = central ? "CENTRAL" : "REGION";
            return number % 4 == 0
                    ? Map.of(main, Money.of("500000"), "PARTY_DUES", Money.of("50000"))
                    : number % 4 == 1 && number > 1
                            ? Map.of(main, Money.of("500000"), "ENTERPRISE", Money.of("80000"))
                            : Map.of(main, Money.of("500000"));
        }

        private void step(String step, LocalDate planned, @Nullable LocalDate done) {
            var stepId = uuid(number, step);
            projects.plan(county, actor, id, stepId, step, planned);
            if (done != null) {
                projects.reach(county, actor, id, stepId, done, "");
            }
        }

        private void finish() {
            var completed = approved.plusDays(195);
            projects.complete(county, id, 1, completed);
            // the last one waits for its acceptance
            if (number < BUILT - 1) {
                if (number == 4) {
                    projects.accept(
                            county,
                            actor,
                            id,
                            2,
                            new Accept(
                                    uuid(number, "found"),
                                    completed.plusDays(20),
                                    "（演示）验收组",
                                    completed.plusDays(50),
                                    "排水沟没有完工"));
                }
                projects.accept(
                        county,
                        actor,
                        id,
                        number == 4 ? 3 : 2,
                        new Accept(uuid(number, "passed"), completed.plusDays(55), "（演示）验收组", null, "按批复建成"));
            }
            if (number < LET) {
                let();
            } else if (number == LET) {
                projects.explain(county, id, "设施由农户免费使用，收益归农户");
            }
        }

        /** Somebody rents it, and paid this year's rent. */
        private void let() {
            var here = Jurisdiction.within(village.place());
            var contract = new ContractId(uuid(number, "contract"));
            var rent = new Money(BigDecimal.valueOf(28_000L + number * 1_200L));
            var from = LocalDate.of(today.getYear(), 1, 1);
            contracts.write(
                    here,
                    DemoBooks.clerk(village),
                    new WriteContract(
                            contract,
                            DemoBooks.book(village),
                            "XM-%02d".formatted(number + 1),
                            KINDS.get(number % KINDS.size())[0] + "租赁合同",
                            ContractKind.LEASE,
                            PartyKind.OUTSIDE,
                            "（演示）龙头企业",
                            ObjectKind.BUILDING,
                            KINDS.get(number % KINDS.size())[0],
                            null,
                            from.minusDays(15),
                            Money.ZERO,
                            null,
                            null,
                            null,
                            "村民代表会议通过，会议记录存村委会",
                            new Terms(
                                    from,
                                    from.plusYears(3).minusDays(1),
                                    rent,
                                    12,
                                    PayTime.AHEAD,
                                    BigDecimal.ZERO,
                                    1)));
            contracts.putInForce(here, contract, 0);
            var voucher = new VoucherId(uuid(number, "rent"));
            bookings.book(
                    here,
                    DemoBooks.clerk(village),
                    contract,
                    1,
                    new BookRent(voucher, BookingStep.RECEIVED, 1, today, rent, null, 1, "收到项目资产租金"));
            vouchers.review(here, DemoBooks.agent(village), voucher, 1);
            vouchers.post(here, DemoBooks.agent(village), voucher, 2);
            projects.earn(county, id, contract, false);
        }

        /** The book shows what came and what was paid; nobody types it again. */
        private void keepInBook() {
            var budget = budget(true).values().stream().reduce(Money.ZERO, Money::plus);
            post(
                    "granted",
                    "收到扶持项目资金",
                    List.of(line("102", Side.DEBIT, budget, ""), line("241", Side.CREDIT, budget, name)));
            var spent = Money.of("460000");
            post(
                    "spent",
                    "支付项目工程款",
                    List.of(line("153", Side.DEBIT, spent, name), line("102", Side.CREDIT, spent, "")));
            projects.link(county, id, version(), DemoBooks.book(village), name);
        }

        private long version() {
            return 3;
        }

        private void post(String what, String summary, List<DraftVoucher.Line> lines) {
            var here = Jurisdiction.within(village.place());
            var voucher = new VoucherId(uuid(number, what));
            vouchers.draft(
                    here,
                    DemoBooks.clerk(village),
                    new DraftVoucher(
                            voucher, DemoBooks.book(village), today, VoucherKind.NORMAL, summary, 2, null, lines));
            vouchers.submit(here, voucher, 0);
            vouchers.review(here, DemoBooks.agent(village), voucher, 1);
            vouchers.post(here, DemoBooks.agent(village), voucher, 2);
        }

        private static DraftVoucher.Line line(String account, Side side, Money amount, String detail) {
            return new DraftVoucher.Line(new AccountCode(account), detail.isEmpty() ? null : detail, side, amount, "");
        }

        /** By the departments that gave it; the village's book never saw it. */
        private void pay(boolean central) {
            budget(central).forEach((source, amount) -> {
                enter("granted-" + source, source, FundKind.GRANTED, amount, approved.plusDays(40), "下达项目资金");
                if (number < BUILT) {
                    enter("spent-" + source, source, FundKind.SPENT, amount, approved.plusDays(190), "支付工程和设备款");
                }
            });
            if (number >= BUILT) {
                enter(
                        "begun",
                        central ? "CENTRAL" : "REGION",
                        FundKind.SPENT,
                        Money.of("180000"),
                        approved.plusDays(80),
                        "支付工程进度款");
            }
        }

        private void enter(String what, String source, FundKind kind, Money amount, LocalDate on, String note) {
            projects.enter(county, actor, id, new EnterFund(uuid(number, what), source, kind, amount, on, note));
        }
    }
}
