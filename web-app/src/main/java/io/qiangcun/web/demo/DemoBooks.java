package io.qiangcun.web.demo;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookService;
import io.qiangcun.economy.book.OpenBook;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.book.Variant;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.DraftVoucher;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherService;
import io.qiangcun.party.organisation.OrganisationKind;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The books of some villages: openings, and what happened since three months ago, written and looked over as ever. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoBooks {

    private static final int BOOKS = 4;
    private static final int MONTHS = 3;

    private final BookService books;
    private final VoucherService vouchers;
    private final EntityManager entities;
    private final Clock clock;

    DemoBooks(BookService books, VoucherService vouchers, EntityManager entities, Clock clock) {
        this.books = books;
        this.vouchers = vouchers;
        this.entities = entities;
        this.clock = clock;
    }

    void write(List<DemoOrganisation> organisations) {
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
                        EconomyAuthorities.CLOSE_MONTHS)));
        SecurityContextHolder.setContext(context);
        try {
            organisations.stream()
                    .filter(organisation -> organisation.kind() == OrganisationKind.BRANCH
                            && organisation.rural()
                            && organisation.login().startsWith("village-")
                            && organisation.place().kind() == PlaceKind.VILLAGE)
                    .limit(BOOKS)
                    .forEach(village -> new Keeping(village).keep());
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** One village's book. */
    private final class Keeping {

        private final DemoOrganisation village;
        private final Jurisdiction here;
        private final Actor clerk;
        private final Actor agent;
        private final BookId book;
        private final LocalDate today;
        private int written;

        Keeping(DemoOrganisation village) {
            this.village = village;
            this.here = Jurisdiction.within(village.place());
            this.clerk = new Actor(null, village.login(), village.login(), village.holder(), RoleName.VILLAGE, null);
            this.agent = new Actor(
                    null,
                    "township-" + village.place().value().substring(0, 9),
                    "township",
                    "演示代理会计",
                    RoleName.TOWNSHIP,
                    null);
            this.book = new BookId(id("book"));
            this.today = LocalDate.now(clock);
        }

        void keep() {
            var first = YearMonth.from(today).minusMonths(MONTHS);
            books.open(here, agent, new OpenBook(book, village.place(), "集体经济组织账", "VILLAGE_2023", first, Variant.A));
            if (first.getYear() < today.getYear()) {
                books.openYear(here, agent, book);
            }
            var scale = new DemoRandom("book", village.login()).between(8, 20);
            open(first, scale);
            for (var back = MONTHS; back > 0; back--) {
                month(YearMonth.from(today).minusMonths(back), scale);
            }
            books.close(here, agent, book, first);
            books.close(here, agent, book, first.plusMonths(1));
            wait(scale);
            entities.flush();
            entities.clear();
        }

        private void open(YearMonth first, int scale) {
            var cash = 860 + scale * 10;
            var bank = scale * 12_000;
            var funds = cash + bank + 18_000 + 3_200 + scale * 30_000 - scale * 6_000 - 12_000 - scale * 20_000;
            posted(
                    first.atDay(1),
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

        private void month(YearMonth month, int scale) {
            posted(
                    month.atDay(4),
                    VoucherKind.NORMAL,
                    "收到机动地承包费",
                    2,
                    List.of(debit("102", scale * 1_500), credit("501", scale * 1_500)));
            posted(
                    month.atDay(8),
                    VoucherKind.NORMAL,
                    "养殖小区棚圈租金，下季度收取",
                    1,
                    List.of(debit("112", 6_000, "养殖合作社"), credit("501", 6_000)));
            posted(
                    month.atDay(12),
                    VoucherKind.NORMAL,
                    "收到运转经费补助",
                    1,
                    List.of(debit("102", 5_000), credit("503", 5_000)));
            posted(
                    month.atDay(15),
                    VoucherKind.NORMAL,
                    "支付办公用品和电费",
                    3,
                    List.of(debit("513", 1_260), credit("101", 260), credit("102", 1_000)));
            posted(
                    month.atDay(18),
                    VoucherKind.NORMAL,
                    "环境整治用工",
                    2,
                    List.of(debit("514", 2_400), credit("213", 2_400)));
            posted(
                    month.atDay(20),
                    VoucherKind.NORMAL,
                    "发放环境整治劳务费",
                    1,
                    List.of(debit("213", 2_400), credit("102", 2_400)));
            posted(month.atDay(22), VoucherKind.NORMAL, "提取备用金", 1, List.of(debit("101", 500), credit("102", 500)));
            posted(
                    month.atEndOfMonth(),
                    VoucherKind.NORMAL,
                    "计提出租棚圈折旧",
                    1,
                    List.of(debit("511", scale * 150), credit("152", scale * 150)));
        }

        /** What the township has not seen to yet. */
        private void wait(int scale) {
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

        private void posted(LocalDate on, VoucherKind kind, String summary, int sheets, List<DraftVoucher.Line> lines) {
            var command = voucher(on, kind, summary, sheets, lines);
            vouchers.draft(here, clerk, command);
            vouchers.submit(here, command.id(), 0);
            vouchers.review(here, agent, command.id(), 1);
            vouchers.post(here, agent, command.id(), 2);
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
            return UUID.nameUUIDFromBytes(
                    ("demo:book:" + village.login() + ":" + what).getBytes(StandardCharsets.UTF_8));
        }
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
