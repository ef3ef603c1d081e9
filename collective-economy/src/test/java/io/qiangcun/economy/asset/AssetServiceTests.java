package io.qiangcun.economy.asset;

import static io.qiangcun.economy.voucher.LedgerFixtures.voucher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.asset.AssetService.Count;
import io.qiangcun.economy.asset.AssetService.Dispose;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.bookkeeping.MonthEnd;
import io.qiangcun.economy.bookkeeping.MonthEnds;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cards and the books. Today is 16 November 2026. */
@ApplicationTest
class AssetServiceTests {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    AssetService assets;

    @Autowired
    AssetQueries queries;

    @Autowired
    MonthEnds monthEnds;

    @Autowired
    VoucherService vouchers;

    @Autowired
    CurrentAccount current;

    private PlaceFixtures places;
    private PlaceCode village;
    private BookId book;

    @BeforeEach
    void open() {
        places = ledger.county();
        village = places.east();
        book = ledger.bookOf(places, village);
    }

    private AssetId card(String number, AssetKind kind, String cost, @Nullable Integer months, AssetUse use) {
        var id = AssetId.next();
        ledger.run(
                village,
                () -> assets.write(
                        current.jurisdiction(),
                        current.actor(),
                        new WriteAsset(
                                id,
                                book,
                                number,
                                "Card " + number,
                                kind,
                                "By the river",
                                null,
                                null,
                                "",
                                Money.of(cost),
                                LocalDate.parse("2026-01-10"),
                                LocalDate.parse("2026-01-10"),
                                months,
                                BigDecimal.ZERO,
                                Money.ZERO,
                                null,
                                use,
                                Standing.OWN)));
        return id;
    }

    private VoucherId charged(YearMonth month) {
        var id = VoucherId.next();
        ledger.run(village, () -> assets.charge(current.jurisdiction(), current.actor(), book, month, id, "Charge"));
        return id;
    }

    private void post(VoucherId id) {
        ledger.run(village, () -> vouchers.submit(current.jurisdiction(), id, 0));
        ledger.run(places.township(), () -> {
            vouchers.review(current.jurisdiction(), current.actor(), id, 1);
            vouchers.post(current.jurisdiction(), current.actor(), id, 2);
        });
    }

    private boolean missing(YearMonth month) {
        return ledger.at(village, () -> monthEnds.of(current.jurisdiction(), book, month)).checks().stream()
                .anyMatch(check -> check.subject() == MonthEnd.Subject.DEPRECIATION && !check.fine());
    }

    @Test
    void aMonthIsChargedByOneVoucher() {
        card("1", AssetKind.BUILDING, "2400", 24, AssetUse.BUSINESS);
        card("2", AssetKind.MACHINE, "1200", 12, AssetUse.OFFICE);
        card("3", AssetKind.BREEDING, "600", 12, AssetUse.BUSINESS);
        card("4", AssetKind.RESOURCE, "0", null, AssetUse.BUSINESS);
        assertThat(missing(OCTOBER)).isTrue();

        var id = charged(OCTOBER);
        assertThat(missing(OCTOBER)).isFalse();
        assertThat(missing(YearMonth.of(2026, 9))).isTrue();
        assertThatThrownBy(() -> charged(OCTOBER)).isInstanceOf(AssetRefused.class);
        post(id);

        assertThat(ledger.balance(village, book, "152", 2026)).isEqualByComparingTo("-200");
        assertThat(ledger.balance(village, book, "133", 2026)).isEqualByComparingTo("-50");
        assertThat(ledger.balance(village, book, "511", 2026)).isEqualByComparingTo("150");
        assertThat(ledger.balance(village, book, "513", 2026)).isEqualByComparingTo("100");
    }

    @Test
    void aDiscardedChargeIsNoCharge() {
        var card = card("1", AssetKind.BUILDING, "2400", 24, AssetUse.BUSINESS);
        var id = charged(OCTOBER);
        ledger.run(village, () -> vouchers.discard(current.jurisdiction(), id, 0));

        assertThat(missing(OCTOBER)).isTrue();
        assertThat(net(card)).isEqualByComparingTo("2400");
        charged(OCTOBER);
        assertThat(net(card)).isEqualByComparingTo("2300");
    }

    private BigDecimal net(AssetId card) {
        return ledger.at(village, () -> queries.find(current.jurisdiction(), card))
                .net();
    }

    @Test
    void whatGoesIsChargedInItsMonthAndLeavesTheBooks() {
        var card = card("1", AssetKind.MACHINE, "1200", 12, AssetUse.BUSINESS);
        ledger.posted(
                places,
                village,
                voucher(book, "2026-01-10", VoucherKind.NORMAL, "151", "", "D", "1200", "102", "", "C", "1200"));
        var november = LocalDate.parse("2026-11-10");
        assertThatThrownBy(() -> dispose(card, november, "700")).isInstanceOf(AssetRefused.class);
        post(charged(YearMonth.of(2026, 11)));

        post(dispose(card, november, "700"));

        assertThat(ledger.balance(village, book, "151", 2026)).isEqualByComparingTo("0");
        assertThat(ledger.balance(village, book, "152", 2026)).isEqualByComparingTo("0");
        assertThat(ledger.balance(village, book, "154", 2026)).isEqualByComparingTo("0");
        assertThat(ledger.balance(village, book, "515", 2026)).isEqualByComparingTo("400");
        assertThat(ledger.at(village, () -> queries.find(current.jurisdiction(), card))
                        .state())
                .isEqualTo(AssetState.DISPOSED);
    }

    private VoucherId dispose(AssetId card, LocalDate on, String proceeds) {
        var id = VoucherId.next();
        ledger.run(
                village,
                () -> assets.dispose(
                        current.jurisdiction(),
                        current.actor(),
                        card,
                        queries.find(current.jurisdiction(), card).version(),
                        new Dispose(on, "Sold", Money.of(proceeds), id, "Sale")));
        return id;
    }

    @Test
    void anInventoryIsConfirmedByASecondPerson() {
        var here = card("1", AssetKind.MACHINE, "1200", 12, AssetUse.BUSINESS);
        var gone = card("2", AssetKind.EQUITY, "500", null, AssetUse.BUSINESS);
        var id = InventoryId.next();
        ledger.run(
                village,
                () -> assets.begin(current.jurisdiction(), current.actor(), id, book, LocalDate.parse("2026-11-16")));
        assertThatThrownBy(() -> count(id, 0, new Count(gone, CountResult.MISSING, "")))
                .isInstanceOf(AssetRefused.class);
        count(id, 0, new Count(gone, CountResult.MISSING, "Dissolved"));
        assertThatThrownBy(() -> confirm(id, places.township(), 1)).isInstanceOf(AssetRefused.class);
        count(id, 1, new Count(here, CountResult.FOUND, ""));

        assertThatThrownBy(() -> confirm(id, village, 2)).isInstanceOf(AssetRefused.class);
        confirm(id, places.township(), 2);

        assertThat(ledger.at(village, () -> queries.find(current.jurisdiction(), gone))
                        .state())
                .isEqualTo(AssetState.MISSING);
        assertThat(ledger.at(village, () -> queries.inventory(current.jurisdiction(), id))
                        .voucherId())
                .isNotNull();
    }

    private void count(InventoryId id, long version, Count count) {
        ledger.run(village, () -> assets.count(current.jurisdiction(), current.actor(), id, version, List.of(count)));
    }

    private void confirm(InventoryId id, PlaceCode place, long version) {
        ledger.run(
                place,
                () -> assets.confirm(current.jurisdiction(), current.actor(), id, version, VoucherId.next(), "Missed"));
    }
}
