package io.qiangcun.web.demo;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookService;
import io.qiangcun.economy.book.OpenBook;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.book.Variant;
import io.qiangcun.economy.distribution.DistributionId;
import io.qiangcun.economy.distribution.DistributionQueries;
import io.qiangcun.economy.distribution.Distributions;
import io.qiangcun.economy.distribution.Shares;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.notice.NoticeDoor;
import io.qiangcun.economy.notice.NoticeId;
import io.qiangcun.economy.notice.NoticePeriod;
import io.qiangcun.economy.notice.NoticeQueries;
import io.qiangcun.economy.notice.NoticeService;
import io.qiangcun.economy.notice.Question;
import io.qiangcun.economy.voucher.DraftVoucher;
import io.qiangcun.economy.voucher.PostedTakeover;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherService;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The books of all villages since the beginning of last year, in rough; of some of them every voucher of the last
 * months, and what the township has not seen to yet.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoBooks {

    /** Kept month by month. */
    static final int IN_DETAIL = 4;

    private static final int MONTHS = 3;

    /** With shares, in each of them. */
    private static final int HOUSEHOLDS = 60;

    /** What the state gives a village in a year to keep going, in yuan. */
    private static final int GRANT = 60_000;

    /** Of a hundred villages. */
    private static final int PUBLISHED = 94;

    /** Whose rent has no contract, of a hundred. */
    private static final int UNFOUNDED = 4;

    /** What villages earn in a year, in hundreds of yuan, and how many of a hundred earn up to the next. */
    private static final int[][] EARNINGS = {
        {300, 490, 4}, {520, 980, 14}, {1010, 1480, 30}, {1520, 1980, 30}, {2010, 3600, 22}
    };

    private final BookService books;
    private final VoucherService vouchers;
    private final PostedTakeover takeover;
    private final Shares shares;
    private final Distributions distributions;
    private final DistributionQueries distributionQueries;
    private final NoticeService notices;
    private final NoticeQueries noticeQueries;
    private final NoticeDoor door;
    private final DemoBank bank;
    private final EntityManager entities;
    private final JdbcClient database;
    private final Clock clock;

    DemoBooks(
            BookService books,
            VoucherService vouchers,
            PostedTakeover takeover,
            Shares shares,
            Distributions distributions,
            DistributionQueries distributionQueries,
            NoticeService notices,
            NoticeQueries noticeQueries,
            NoticeDoor door,
            DemoBank bank,
            EntityManager entities,
            JdbcClient database,
            Clock clock) {
        this.books = books;
        this.vouchers = vouchers;
        this.takeover = takeover;
        this.shares = shares;
        this.distributions = distributions;
        this.distributionQueries = distributionQueries;
        this.notices = notices;
        this.noticeQueries = noticeQueries;
        this.door = door;
        this.bank = bank;
        this.entities = entities;
        this.database = database;
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
                        EconomyAuthorities.MANAGE_BOOKS,
                        EconomyAuthorities.WRITE_VOUCHERS,
                        EconomyAuthorities.REVIEW_VOUCHERS,
                        EconomyAuthorities.CLOSE_MONTHS,
                        EconomyAuthorities.READ_DISTRIBUTIONS,
                        EconomyAuthorities.WRITE_DISTRIBUTIONS,
                        EconomyAuthorities.READ_NOTICES,
                        EconomyAuthorities.PUBLISH_NOTICES)));
        SecurityContextHolder.setContext(context);
        try {
            var villages = places.stream()
                    .filter(place -> place.category() == PlaceCategory.VILLAGE)
                    .map(DemoPlace::code)
                    .collect(Collectors.toSet());
            var keepings = organisations.stream()
                    .filter(organisation ->
                            organisation.login().startsWith("village-") && villages.contains(organisation.place()))
                    .map(Keeping::new)
                    .toList();
            keep(keepings);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private void keep(List<Keeping> keepings) {
        keepings.forEach(Keeping::open);
        entities.flush();
        entities.clear();
        database.sql("call refresh_statistics(array['economy_book', 'economy_account', 'economy_period'])")
                .update();
        var county = Jurisdiction.within(DemoCounty.ROOT);
        var posted = new ArrayList<PostedTakeover.Posted>();
        keepings.forEach(keeping -> posted.addAll(keeping.lastYear()));
        takeover.postedBefore(county, posted);
        keepings.forEach(Keeping::openThisYear);
        entities.flush();
        entities.clear();
        posted.clear();
        keepings.forEach(keeping -> posted.addAll(keeping.thisYear()));
        var detailed = keepings.subList(0, Math.min(IN_DETAIL, keepings.size()));
        detailed.forEach(keeping -> posted.addAll(keeping.lastMonths()));
        takeover.postedBefore(county, posted);
        detailed.forEach(Keeping::distribute);
        entities.flush();
        takeover.closedBefore(
                county, keepings.get(0).agent, YearMonth.now(clock).minusMonths(1));
        detailed.forEach(Keeping::hearTheBank);
        detailed.forEach(Keeping::leaveWaiting);
        keepings.forEach(Keeping::publish);
        detailed.forEach(Keeping::answer);
        entities.flush();
        entities.clear();
    }

    /** One village's book. */
    private final class Keeping {

        private final DemoOrganisation village;
        private final Jurisdiction here;
        private final Actor clerk;
        private final Actor agent;
        private final BookId book;
        private final LocalDate today;
        private final int scale;
        private final int earned;
        private final int earnedBefore;
        private final boolean unfounded;
        private int written;

        Keeping(DemoOrganisation village) {
            this.village = village;
            this.here = Jurisdiction.within(village.place());
            this.clerk = clerk(village);
            this.agent = agent(village);
            this.book = book(village);
            this.today = LocalDate.now(clock);
            var random = new DemoRandom("book", village.login());
            this.scale = random.between(8, 20);
            this.earned = earnings(random) * 100;
            this.earnedBefore = earned * random.between(72, 104) / 100;
            this.unfounded = random.between(1, 100) <= UNFOUNDED;
        }

        private static int earnings(DemoRandom random) {
            var of = random.between(1, 100);
            for (var step : EARNINGS) {
                of -= step[2];
                if (of <= 0) {
                    return random.between(step[0], step[1]);
                }
            }
            return EARNINGS[0][0];
        }

        private int lastYearsNumber() {
            return today.getYear() - 1;
        }

        void open() {
            books.open(
                    here,
                    agent,
                    new OpenBook(
                            book,
                            village.place(),
                            "集体经济组织账",
                            "VILLAGE_2023",
                            YearMonth.of(lastYearsNumber(), 1),
                            Variant.A));
        }

        void openThisYear() {
            books.openYear(here, agent, book);
        }

        List<PostedTakeover.Posted> lastYear() {
            var all = new ArrayList<PostedTakeover.Posted>();
            all.add(opening());
            all.add(grant(YearMonth.of(lastYearsNumber(), 3)));
            all.addAll(earned(YearMonth.of(lastYearsNumber(), 6), earnedBefore / 2));
            all.addAll(earned(YearMonth.of(lastYearsNumber(), 12), earnedBefore / 2));
            all.addAll(closing(earnedBefore / 2));
            return all;
        }

        /** What is over of it; months kept in detail are left out. */
        List<PostedTakeover.Posted> thisYear() {
            var all = new ArrayList<PostedTakeover.Posted>();
            for (var month = 3; month < today.getMonthValue(); month += 3) {
                all.addAll(earned(YearMonth.of(today.getYear(), month), earned / 4));
            }
            if (today.getMonthValue() > 3) {
                all.add(grant(YearMonth.of(today.getYear(), 3)));
            }
            return all;
        }

        private PostedTakeover.Posted opening() {
            var cash = 860 + scale * 10;
            var bank = scale * 12_000;
            var funds = cash + bank + 18_000 + 3_200 + scale * 30_000 - scale * 6_000 - 12_000 - scale * 20_000;
            return posted(
                    LocalDate.of(lastYearsNumber(), 1, 1),
                    VoucherKind.OPENING,
                    "建账时各科目余额",
                    0,
                    List.of(
                            debit("101", cash),
                            debit("102", bank),
                            debit("112", 18_000, "农机合作社"),
                            debit("113", 3_200, "001号户"),
                            debit("151", scale * 30_000),
                            credit("152", scale * 6_000),
                            credit("211", 12_000, "灌溉工程队"),
                            credit("301", scale * 20_000),
                            credit("311", funds / 2),
                            credit("32202", funds - funds / 2)));
        }

        private int invested(int income) {
            return income / 5;
        }

        private int spent(int income) {
            return income * (20 + scale) / 100;
        }

        private List<PostedTakeover.Posted> earned(YearMonth month, int income) {
            return List.of(
                    posted(
                            month.atDay(10),
                            VoucherKind.NORMAL,
                            unfounded ? "收到发包和出租收入" : "收到经营和投资收入",
                            3,
                            List.of(
                                    debit("102", income),
                                    credit("501", income - invested(income)),
                                    credit("502", invested(income)))),
                    posted(
                            month.atDay(25),
                            VoucherKind.NORMAL,
                            "支付生产和办公开支",
                            4,
                            List.of(
                                    debit("511", spent(income)),
                                    debit("513", 3_600),
                                    credit("102", spent(income) + 3_600))));
        }

        private PostedTakeover.Posted grant(YearMonth month) {
            return posted(
                    month.atDay(16),
                    VoucherKind.NORMAL,
                    "收到运转经费补助",
                    1,
                    List.of(debit("102", GRANT), credit("503", GRANT)));
        }

        /** Income and cost of the year to its result, and the result to what can be distributed. */
        private List<PostedTakeover.Posted> closing(int income) {
            var on = LocalDate.of(lastYearsNumber(), 12, 31);
            var in = 2 * income + GRANT;
            var out = 2 * (spent(income) + 3_600);
            return List.of(
                    posted(
                            on,
                            VoucherKind.CLOSING,
                            "结转本年收入",
                            0,
                            List.of(
                                    debit("501", 2 * (income - invested(income))),
                                    debit("502", 2 * invested(income)),
                                    debit("503", GRANT),
                                    credit("321", in))),
                    posted(
                            on,
                            VoucherKind.CLOSING,
                            "结转本年支出",
                            0,
                            List.of(debit("321", out), credit("511", 2 * spent(income)), credit("513", 7_200))),
                    posted(
                            on,
                            VoucherKind.CLOSING,
                            "结转本年收益",
                            0,
                            List.of(debit("321", in - out), credit("32202", in - out))));
        }

        List<PostedTakeover.Posted> lastMonths() {
            var all = new ArrayList<PostedTakeover.Posted>();
            for (var back = MONTHS; back > 0; back--) {
                var month = YearMonth.from(today).minusMonths(back);
                if (month.getYear() == today.getYear()) {
                    all.addAll(month(month));
                }
            }
            return all;
        }

        private List<PostedTakeover.Posted> month(YearMonth month) {
            return List.of(
                    posted(
                            month.atDay(4),
                            VoucherKind.NORMAL,
                            "收到机动地承包费",
                            2,
                            List.of(debit("102", scale * 150), credit("501", scale * 150))),
                    posted(
                            month.atDay(8),
                            VoucherKind.NORMAL,
                            "养殖小区棚圈租金，下季度收取",
                            1,
                            List.of(debit("112", 600, "养殖合作社"), credit("501", 600))),
                    posted(
                            month.atDay(15),
                            VoucherKind.NORMAL,
                            "支付办公用品和电费",
                            3,
                            List.of(debit("513", 1_260), credit("101", 260), credit("102", 1_000))),
                    posted(
                            month.atDay(18),
                            VoucherKind.NORMAL,
                            "环境整治用工",
                            2,
                            List.of(debit("514", 2_400), credit("213", 2_400))),
                    posted(
                            month.atDay(20),
                            VoucherKind.NORMAL,
                            "发放环境整治劳务费",
                            1,
                            List.of(debit("213", 2_400), credit("102", 2_400))),
                    posted(
                            month.atDay(22),
                            VoucherKind.NORMAL,
                            "提取备用金",
                            1,
                            List.of(debit("101", 500), credit("102", 500))),
                    posted(
                            month.atEndOfMonth(),
                            VoucherKind.NORMAL,
                            "计提出租棚圈折旧",
                            1,
                            List.of(debit("511", scale * 150), credit("152", scale * 150))));
        }

        /** Last year's result: three tenths to the reserve, half to the households by their shares, in January. */
        void distribute() {
            var year = lastYearsNumber();
            var shown = LocalDate.of(year + 1, 1, 5);
            if (today.isBefore(shown.plusDays(30))) {
                return;
            }
            var random = new DemoRandom("shares", village.login());
            for (var home = 1; home <= HOUSEHOLDS; home++) {
                shares.set(
                        here,
                        clerk,
                        book,
                        new Shares.Set(
                                "%03d号户".formatted(home),
                                BigDecimal.valueOf(random.between(2, 6)),
                                LocalDate.of(year, 1, 1)),
                        "股权量化到户");
            }
            var id = new DistributionId(id("distribution"));
            var half = distributionQueries
                    .result(here, book, year)
                    .result()
                    .earned()
                    .yuan()
                    .divide(BigDecimal.valueOf(200), 0, RoundingMode.DOWN)
                    .multiply(BigDecimal.valueOf(100));
            distributions.propose(
                    here,
                    clerk,
                    new Distributions.Propose(
                            id,
                            book,
                            year,
                            Money.ZERO,
                            BigDecimal.valueOf(30),
                            new Money(half),
                            Money.ZERO,
                            "",
                            shown,
                            ""));
            distributions.decide(
                    here,
                    id,
                    new Distributions.Decide(
                            shown.plusDays(15),
                            Distributions.BODIES.get(0),
                            HOUSEHOLDS * 3,
                            HOUSEHOLDS * 3 - 20,
                            HOUSEHOLDS * 3 - 26,
                            "成员大会记录"));
            distributions.book(
                    here, clerk, id, 1, new Distributions.Words("", year + "年收益分配", "结转" + year + "年收益分配", ""));
            lookOver(id);
            distributions.pay(
                    here,
                    clerk,
                    id,
                    new Distributions.Pay(
                            new VoucherId(id("paid")),
                            IntStream.rangeClosed(1, HOUSEHOLDS - 2).boxed().collect(Collectors.toSet()),
                            shown.plusDays(22),
                            new AccountCode("102"),
                            2),
                    "发放" + year + "年收益分配款");
            lookOver(id);
        }

        private void lookOver(DistributionId id) {
            entities.clear();
            distributionQueries.bookings(here, id).stream()
                    .filter(booking -> booking.state().equals("SUBMITTED"))
                    .map(booking -> new VoucherId(booking.voucherId()))
                    .forEach(voucher -> {
                        vouchers.review(here, agent, voucher, 1);
                        vouchers.post(here, agent, voucher, 2);
                    });
        }

        /** What the township has not seen to yet. */
        void leaveWaiting() {
            var submitted = voucher(
                    today.withDayOfMonth(1),
                    VoucherKind.NORMAL,
                    "收到机动地承包费",
                    2,
                    List.of(debit("102", scale * 1_500), credit("501", scale * 1_500)));
            vouchers.draft(here, clerk, submitted);
            vouchers.submit(here, submitted.id(), 0);
            vouchers.draft(
                    here,
                    clerk,
                    voucher(today, VoucherKind.NORMAL, "支付机井维修费", 1, List.of(debit("511", 860), credit("102", 860))));
        }

        /** Up to the end of last month. */
        void hearTheBank() {
            var last = YearMonth.from(today).minusMonths(1);
            bank.write(here, clerk, book, last.minusMonths(MONTHS - 1), last);
        }

        /** Of the last quarter that is closed; some have not come to it yet. */
        void publish() {
            if (new DemoRandom("notice", village.login()).between(1, 100) <= PUBLISHED) {
                var period = NoticePeriod.quarterBefore(YearMonth.from(today).minusMonths(1));
                notices.publish(
                        here,
                        clerk,
                        new NoticeService.Publish(
                                new NoticeId(id("notice")),
                                book,
                                period,
                                "监事会",
                                period.last().atEndOfMonth().plusDays(8),
                                ""));
            }
        }

        /** One question is answered, one waits. */
        void answer() {
            noticeQueries.find(here, new NoticeId(id("notice"))).ifPresent(notice -> {
                var first = id("question");
                door.ask(notice.publicCode(), first, Question.Kind.QUESTION, "棚圈租金什么时候到账？", "");
                notices.answer(here, clerk, notice.id(), first, "合同约定每季度末收取，本季度的已经到账，见逐笔明细。", false);
                door.ask(notice.publicCode(), id("objection"), Question.Kind.OBJECTION, "生产开支比上季度多，想知道多在哪里。", "");
            });
        }

        private PostedTakeover.Posted posted(
                LocalDate on, VoucherKind kind, String summary, int sheets, List<DraftVoucher.Line> lines) {
            return new PostedTakeover.Posted(voucher(on, kind, summary, sheets, lines), clerk, agent);
        }

        private DraftVoucher voucher(
                LocalDate on, VoucherKind kind, String summary, int sheets, List<DraftVoucher.Line> lines) {
            written++;
            return new DraftVoucher(
                    new VoucherId(id("voucher-" + written)),
                    book,
                    on,
                    kind,
                    summary,
                    sheets,
                    null,
                    new ArrayList<>(lines));
        }

        private UUID id(String what) {
            return DemoBooks.id(village, what);
        }
    }

    /** Who writes in a village. */
    static Actor clerk(DemoOrganisation village) {
        return new Actor(null, village.login(), village.login(), village.holder(), RoleName.VILLAGE, null);
    }

    /** Who looks it over. */
    static Actor agent(DemoOrganisation village) {
        return new Actor(
                null,
                "township-" + village.place().value().substring(0, 9),
                "township",
                "演示代理会计",
                RoleName.TOWNSHIP,
                null);
    }

    static BookId book(DemoOrganisation village) {
        return new BookId(id(village, "book"));
    }

    private static UUID id(DemoOrganisation village, String what) {
        return UUID.nameUUIDFromBytes(("demo:book:" + village.login() + ":" + what).getBytes(StandardCharsets.UTF_8));
    }

    private static DraftVoucher.Line debit(String account, int yuan, String... detail) {
        return line(account, Side.DEBIT, yuan, detail);
    }

    private static DraftVoucher.Line credit(String account, int yuan, String... detail) {
        return line(account, Side.CREDIT, yuan, detail);
    }

    private static DraftVoucher.Line line(String account, Side side, int yuan, String... detail) {
        return new DraftVoucher.Line(
                new AccountCode(account),
                detail.length == 0 ? null : detail[0],
                side,
                new Money(BigDecimal.valueOf(yuan)),
                "");
    }
}
