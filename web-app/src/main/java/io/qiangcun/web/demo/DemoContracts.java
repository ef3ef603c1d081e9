package io.qiangcun.web.demo;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.asset.AssetId;
import io.qiangcun.economy.asset.AssetKind;
import io.qiangcun.economy.asset.AssetService;
import io.qiangcun.economy.asset.AssetUse;
import io.qiangcun.economy.asset.Standing;
import io.qiangcun.economy.asset.StraightLine;
import io.qiangcun.economy.asset.WriteAsset;
import io.qiangcun.economy.book.BookId;
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
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherService;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Contracts and cards of the villages whose books are kept month by month: paid, half paid, late, running out. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoContracts {

    private final ContractService contracts;
    private final ContractBookings bookings;
    private final AssetService assets;
    private final VoucherService vouchers;
    private final EntityManager entities;
    private final Clock clock;

    DemoContracts(
            ContractService contracts,
            ContractBookings bookings,
            AssetService assets,
            VoucherService vouchers,
            EntityManager entities,
            Clock clock) {
        this.contracts = contracts;
        this.bookings = bookings;
        this.assets = assets;
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
                        EconomyAuthorities.READ_ASSETS,
                        EconomyAuthorities.WRITE_ASSETS)));
        SecurityContextHolder.setContext(context);
        try {
            var villages = places.stream()
                    .filter(place -> place.category() == PlaceCategory.VILLAGE)
                    .map(DemoPlace::code)
                    .collect(Collectors.toSet());
            organisations.stream()
                    .filter(organisation ->
                            organisation.login().startsWith("village-") && villages.contains(organisation.place()))
                    .limit(DemoBooks.IN_DETAIL)
                    .forEach(organisation -> new Village(organisation).agree());
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** One village. */
    private final class Village {

        private final DemoOrganisation organisation;
        private final Jurisdiction here;
        private final Actor clerk;
        private final Actor agent;
        private final BookId book;
        private final LocalDate today;
        private final int scale;

        Village(DemoOrganisation organisation) {
            this.organisation = organisation;
            this.here = Jurisdiction.within(organisation.place());
            this.clerk = DemoBooks.clerk(organisation);
            this.agent = DemoBooks.agent(organisation);
            this.book = DemoBooks.book(organisation);
            this.today = LocalDate.now(clock);
            this.scale = new DemoRandom("contract", organisation.login()).between(8, 20);
        }

        void agree() {
            var year = today.getYear();
            inForce(
                    "01",
                    "机动地承包合同",
                    ContractKind.CONTRACTING,
                    PartyKind.OUTSIDE,
                    "农机合作社",
                    ObjectKind.ARABLE,
                    "北甸子机动地",
                    BigDecimal.valueOf(scale * 10L),
                    terms(LocalDate.of(year - 2, 1, 1), LocalDate.of(year + 2, 12, 31), scale * 1_800, 12),
                    LocalDate.of(year, 12, 31),
                    "村民代表会议通过，会议记录存村委会");
            var quarter = LocalDate.of(year, (today.getMonthValue() - 1) / 3 * 3 + 1, 1);
            var sheds = inForce(
                    "02",
                    "养殖小区棚圈租赁合同",
                    ContractKind.LEASE,
                    PartyKind.OUTSIDE,
                    "养殖合作社",
                    ObjectKind.BUILDING,
                    "养殖小区棚圈",
                    null,
                    terms(quarter.minusYears(1), quarter.plusYears(2).minusDays(1), scale * 1_200, 3),
                    quarter.minusDays(1),
                    "村民代表会议通过，会议记录存村委会");
            receive(sheds, 5, Money.of(Integer.toString(scale * 200)));
            inForce(
                    "03",
                    "门市房租赁合同",
                    ContractKind.LEASE,
                    PartyKind.MEMBER,
                    "001号户",
                    ObjectKind.BUILDING,
                    "主街门市房",
                    null,
                    terms(
                            today.minusYears(3).withDayOfMonth(1),
                            YearMonth.from(today).plusMonths(1).atEndOfMonth(),
                            6_000,
                            12),
                    YearMonth.from(today).plusMonths(1).atEndOfMonth(),
                    "");
            card("F-001", "主街门市房", AssetKind.BUILDING, scale * 9_000, 6, AssetUse.BUSINESS, Standing.LET);
            card("F-002", "养殖小区棚圈", AssetKind.BUILDING, scale * 15_000, 4, AssetUse.BUSINESS, Standing.LET);
            card("J-001", "大型拖拉机", AssetKind.MACHINE, scale * 6_000, 3, AssetUse.PRODUCTION, Standing.OWN);
            card("B-001", "办公家具", AssetKind.FURNITURE, 12_000, 2, AssetUse.OFFICE, Standing.IDLE);
            resource("T-001", "北甸子机动地", BigDecimal.valueOf(scale * 10L));
            entities.flush();
            entities.clear();
        }

        private Terms terms(LocalDate from, LocalDate until, int yearly, int every) {
            return new Terms(
                    from, until, new Money(BigDecimal.valueOf(yearly)), every, PayTime.AHEAD, BigDecimal.ZERO, 1);
        }

        private ContractId inForce(
                String number,
                String name,
                ContractKind kind,
                PartyKind partyKind,
                String party,
                ObjectKind objectKind,
                String object,
                @Nullable BigDecimal area,
                Terms terms,
                LocalDate paidUntil,
                String decided) {
            var id = new ContractId(id("contract-" + number));
            contracts.write(
                    here,
                    clerk,
                    new WriteContract(
                            id,
                            book,
                            terms.from().getYear() + "-" + number,
                            name,
                            kind,
                            partyKind,
                            party,
                            objectKind,
                            object,
                            area,
                            terms.from().minusDays(10),
                            Money.ZERO,
                            null,
                            paidUntil,
                            null,
                            decided,
                            terms));
            contracts.putInForce(here, id, 0);
            return id;
        }

        /** A part of what is due, reviewed and posted as ever. */
        private void receive(ContractId contract, int seq, Money amount) {
            var voucher = new VoucherId(id("rent-" + seq));
            bookings.book(
                    here,
                    clerk,
                    contract,
                    1,
                    new BookRent(voucher, BookingStep.RECEIVED, seq, today, amount, null, 1, "收到养殖小区棚圈部分租金"));
            vouchers.review(here, agent, voucher, 1);
            vouchers.post(here, agent, voucher, 2);
        }

        private void card(
                String number, String name, AssetKind kind, int yuan, int years, AssetUse use, Standing standing) {
            var months = kind == AssetKind.BUILDING ? 240 : kind == AssetKind.MACHINE ? 120 : 60;
            var cost = new Money(BigDecimal.valueOf(yuan));
            var since = today.minusYears(years).withDayOfMonth(1);
            var salvage = BigDecimal.valueOf(5);
            var monthly = new StraightLine(cost, salvage, months, since).monthly();
            var charged = new Money(monthly.yuan().multiply(BigDecimal.valueOf(years * 12L - 1)));
            write(new WriteAsset(
                    new AssetId(id("card-" + number)),
                    book,
                    number,
                    name,
                    kind,
                    "主街",
                    null,
                    null,
                    "",
                    cost,
                    since,
                    since,
                    months,
                    salvage,
                    charged,
                    YearMonth.from(today).minusMonths(1).atEndOfMonth(),
                    use,
                    standing));
        }

        private void resource(String number, String name, BigDecimal area) {
            write(new WriteAsset(
                    new AssetId(id("card-" + number)),
                    book,
                    number,
                    name,
                    AssetKind.RESOURCE,
                    "北甸子，东至水渠，西至林带",
                    null,
                    area,
                    "亩",
                    Money.ZERO,
                    LocalDate.of(today.getYear() - 9, 1, 1),
                    LocalDate.of(today.getYear() - 9, 1, 1),
                    null,
                    BigDecimal.ZERO,
                    Money.ZERO,
                    null,
                    AssetUse.BUSINESS,
                    Standing.LET));
        }

        private void write(WriteAsset card) {
            assets.write(here, clerk, card);
        }

        private UUID id(String what) {
            return UUID.nameUUIDFromBytes(
                    ("demo:contract:" + organisation.login() + ":" + what).getBytes(StandardCharsets.UTF_8));
        }
    }
}
