package io.qiangcun.economy.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PairingTests {

    private final Pairing pairing = new Pairing(3);

    @Test
    void takesTheSameAmountOnTheNearestDayAndEachLineOnce() {
        var fourth = bank(4, "100");
        var sixth = bank(6, "100.00");
        var far = book(1, "100");
        var near = book(5, "100");

        assertThat(pairing.of(List.of(fourth, sixth), List.of(far, near), Set.of()))
                .containsExactly(new Pairing.Pair(fourth, near));
        assertThat(pairing.of(List.of(fourth), List.of(far), Set.of())).hasSize(1);
        assertThat(pairing.of(List.of(bank(5, "100")), List.of(far), Set.of())).isEmpty();
        assertThat(pairing.of(List.of(fourth), List.of(book(4, "-100"), book(4, "100.01")), Set.of()))
                .isEmpty();
    }

    @Test
    void leavesApartWhatSomebodyToldApart() {
        var line = bank(4, "100");
        var wrong = book(4, "100");
        var right = book(6, "100");

        assertThat(pairing.of(
                        List.of(line),
                        List.of(wrong, right),
                        Set.of(new Pairing.Undone(line.lineId(), wrong.voucherId(), 1))))
                .containsExactly(new Pairing.Pair(line, right));
    }

    @Test
    void theOldestLineComesFirstHoweverTheBankSorts() {
        var first = entry("2026-03-01", "10", "110");
        var second = entry("2026-03-01", "-30", "80");
        var third = entry("2026-03-02", "5", "85");

        assertThat(BankStatements.oldestFirst(List.of(third, second, first))).containsExactly(first, second, third);
        assertThat(BankStatements.oldestFirst(List.of(second, first))).containsExactly(first, second);
        assertThat(BankStatements.oldestFirst(List.of(first, second))).containsExactly(first, second);
    }

    private static BankEntry entry(String dated, String amount, String balance) {
        return new BankEntry(LocalDate.parse(dated), Money.of(amount), Money.of(balance), "", "", "");
    }

    private static BankLine bank(int day, String amount) {
        var yuan = new BigDecimal(amount);
        return new BankLine(UUID.randomUUID(), LocalDate.of(2026, 3, day), yuan, yuan, "", "", "", yuan);
    }

    private static BookLine book(int day, String amount) {
        return new BookLine(UUID.randomUUID(), 1, LocalDate.of(2026, 3, day), 1, "", new BigDecimal(amount));
    }
}
