package io.qiangcun.economy.statement;

import static io.qiangcun.economy.voucher.LedgerFixtures.voucher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookService;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The year 2025 of a small village; what is expected was added up by hand. */
@ApplicationTest
class YearOfAVillageTests {

    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final YearMonth DECEMBER = YearMonth.of(2025, 12);
    private static final String SHEET = "village-2023-balance-sheet";
    private static final String INCOME = "village-2023-income-a";

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    StatementQueries statements;

    @Autowired
    VoucherService vouchers;

    @Autowired
    BookService books;

    @Autowired
    CurrentAccount current;

    PlaceFixtures places;
    BookId book;

    @BeforeEach
    void keep() {
        places = ledger.county();
        book = ledger.bookOf(places, places.east(), JANUARY);
        posted(
                "2025-01-01",
                VoucherKind.OPENING,
                "101",
                "",
                "D",
                "1000",
                "102",
                "",
                "D",
                "200000",
                "112",
                "Mill",
                "D",
                "15000",
                "113",
                "Household 1",
                "D",
                "800",
                "113",
                "Household 2",
                "C",
                "300",
                "121",
                "",
                "D",
                "5000",
                "151",
                "",
                "D",
                "120000",
                "152",
                "",
                "C",
                "30000",
                "211",
                "Builder",
                "C",
                "12000",
                "301",
                "",
                "C",
                "200000",
                "311",
                "",
                "C",
                "60000",
                "32202",
                "",
                "C",
                "39500");
        posted(
                "2025-02-10",
                VoucherKind.NORMAL,
                "102",
                "",
                "D",
                "60000",
                "501",
                "",
                "C",
                "40000",
                "211",
                "Lessee",
                "C",
                "20000");
        posted("2025-03-05", VoucherKind.NORMAL, "113", "Household 2", "D", "500", "501", "", "C", "500");
        posted(
                "2025-04-01",
                VoucherKind.NORMAL,
                "513",
                "",
                "D",
                "3200.50",
                "101",
                "",
                "C",
                "200.50",
                "102",
                "",
                "C",
                "3000");
        posted("2025-05-01", VoucherKind.NORMAL, "102", "", "D", "30000", "503", "", "C", "30000");
        posted("2025-06-30", VoucherKind.NORMAL, "511", "", "D", "2500", "121", "", "C", "2500");
        posted("2025-06-30", VoucherKind.NORMAL, "514", "", "D", "4000", "102", "", "C", "4000");
        posted("2025-07-01", VoucherKind.NORMAL, "101", "", "D", "1000", "113", "Household 1", "C", "1000");
        posted("2025-12-31", VoucherKind.NORMAL, "511", "", "D", "6000", "152", "", "C", "6000");
        posted("2025-12-31", VoucherKind.NORMAL, "512", "", "D", "150", "521", "", "D", "100", "214", "", "C", "250");
        posted("2025-12-31", VoucherKind.NORMAL, "102", "", "D", "8000", "502", "", "C", "8000");
        posted("2025-12-31", VoucherKind.NORMAL, "102", "", "D", "1200", "504", "", "C", "1200");
    }

    @Test
    void whatIsNotTransferredYetIsIncomeAndUndistributed() {
        var sheet = sheet();

        assertLine(sheet, "1", "293999.50", "201000");
        assertLine(sheet, "3", "15200", "15800");
        assertLine(sheet, "4", "2500", "5000");
        assertLine(sheet, "13", "84000", "90000");
        assertLine(sheet, "23", "395699.50", "311800");
        assertLine(sheet, "25", "32200", "12300");
        assertLine(sheet, "27", "0", "0");
        assertLine(sheet, "28", "250", "0");
        assertLine(sheet, "36", "60000", "60000");
        assertLine(sheet, "37", "103249.50", "39500");
        assertLine(sheet, "39", "395699.50", "311800");
        var income = income();
        assertLine(income, "7", "66649.50");
        assertLine(income, "11", "63849.50");
        assertLine(income, "13", "63749.50");
        assertLine(income, "16", "103249.50");
        assertLine(income, "20", "103249.50");
    }

    @Test
    void closingMovesNoStatementAndDistributionIsShownWhereItWent() {
        close();

        var income = income();
        assertLine(income, "1", "40500");
        assertLine(income, "7", "66649.50");
        assertLine(income, "13", "63749.50");
        assertLine(income, "14", "39500");
        assertLine(income, "15", "0");
        assertLine(income, "17", "6374.95");
        assertLine(income, "18", "20000");
        assertLine(income, "19", "0");
        assertLine(income, "20", "76874.55");
        var sheet = sheet();
        assertLine(sheet, "3", "15000", "15800");
        assertLine(sheet, "25", "52000", "12300");
        assertLine(sheet, "36", "66374.95", "60000");
        assertLine(sheet, "37", "76874.55", "39500");
        assertLine(sheet, "23", "395499.50", "311800");
        assertLine(sheet, "39", "395499.50", "311800");
    }

    @Test
    void theNextYearBeginsWhereThisOneEnds() {
        close();
        ledger.run(places.township(), () -> books.openYear(current.jurisdiction(), current.actor(), book));
        posted("2026-01-15", VoucherKind.NORMAL, "102", "", "D", "10000", "501", "", "C", "10000");

        var sheet = at(SHEET, YearMonth.of(2026, 1));
        assertLine(sheet, "23", "405499.50", "395499.50");
        assertLine(sheet, "37", "86874.55", "76874.55");
        var income = at(INCOME, YearMonth.of(2026, 1));
        assertLine(income, "1", "10000");
        assertThat(income.line("1").compared()).as("January 2025 had none").isEqualByComparingTo("0");
        assertLine(income, "14", "76874.55");
        assertThat(at(INCOME, YearMonth.of(2026, 2)).line("1").compared()).isEqualByComparingTo("40000");
    }

    @Test
    void whatWasTakenBackLeavesNoTurnover() {
        var wrong = voucher(book, "2025-08-01", VoucherKind.NORMAL, "515", "", "D", "900", "102", "", "C", "900");
        ledger.posted(places, places.east(), wrong);
        var red = io.qiangcun.economy.voucher.VoucherId.next();
        ledger.run(places.east(), () -> {
            vouchers.takeBack(
                    current.jurisdiction(), current.actor(), wrong.id(), red, LocalDate.of(2025, 8, 20), "Twice");
            vouchers.submit(current.jurisdiction(), red, 0);
        });
        ledger.run(places.township(), () -> {
            vouchers.review(current.jurisdiction(), current.actor(), red, 1);
            vouchers.post(current.jurisdiction(), current.actor(), red, 2);
        });

        assertLine(income(), "10", "0");
        assertThat(trial(YearMonth.of(2025, 8), YearMonth.of(2025, 8)).rows())
                .filteredOn(row -> row.account().code().value().equals("102"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.credits()).isEqualByComparingTo("0");
                    assertThat(row.after()).isEqualByComparingTo("283000");
                });
    }

    @Test
    void theTrialBalanceHoldsParentsAndBalances() {
        close();

        var trial = trial(YearMonth.of(2025, 10), DECEMBER);
        assertThat(trial.isBalanced()).isTrue();
        assertThat(trial.total(TrialBalance.Row::afterDebit)).isEqualByComparingTo("431499.50");
        assertThat(trial.rows())
                .filteredOn(row -> row.account().code().value().equals("322"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.before()).isEqualByComparingTo("-39500");
                    assertThat(row.after()).isEqualByComparingTo("-76874.55");
                });
        assertThat(trial.rows())
                .filteredOn(row -> row.account().code().value().equals("501"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.debits()).isEqualByComparingTo("40500");
                    assertThat(row.yearCredits()).isEqualByComparingTo("40500");
                    assertThat(row.after()).isEqualByComparingTo("0");
                });
    }

    @Test
    void aLedgerRunsFromLineToLine() {
        var bank = ledger.at(
                places.east(),
                () -> statements.ledger(
                        current.jurisdiction(), book, new AccountCode("102"), null, YearMonth.of(2025, 4), DECEMBER));

        assertThat(bank.before()).isEqualByComparingTo("260000");
        assertThat(bank.lines())
                .extracting(line -> line.balance().toPlainString())
                .containsExactly("257000.00", "287000.00", "283000.00", "291000.00", "292200.00");
        assertThat(bank.lines().get(0).others()).isEqualTo("513");
        assertThat(bank.months()).hasSize(9);
        assertThat(bank.after()).isEqualByComparingTo("292200");
    }

    @Test
    void aLedgerKnowsWhoOwes() {
        var households = ledger.at(
                places.east(),
                () -> statements.ledger(current.jurisdiction(), book, new AccountCode("113"), null, JANUARY, DECEMBER));

        assertThat(households.details())
                .extracting(detail -> detail.name() + " " + detail.balance())
                .containsExactly("Household 1 -200.00", "Household 2 200.00");
        var one = ledger.at(
                places.east(),
                () -> statements.ledger(
                        current.jurisdiction(),
                        book,
                        new AccountCode("113"),
                        households.details().get(0).detailId(),
                        JANUARY,
                        DECEMBER));
        assertThat(one.before()).isEqualByComparingTo("800");
        assertThat(one.lines()).hasSize(1);
    }

    @Test
    void isNotReadOutsideTheJurisdiction() {
        assertThatThrownBy(() -> ledger.at(
                        places.west(), () -> statements.statement(current.jurisdiction(), book, SHEET, DECEMBER)))
                .isInstanceOf(BookNotFound.class);
    }

    private void close() {
        posted(
                "2025-12-31",
                VoucherKind.CLOSING,
                "501",
                "",
                "D",
                "40500",
                "502",
                "",
                "D",
                "8000",
                "503",
                "",
                "D",
                "30000",
                "504",
                "",
                "D",
                "1200",
                "321",
                "",
                "C",
                "79700");
        posted(
                "2025-12-31",
                VoucherKind.CLOSING,
                "321",
                "",
                "D",
                "15950.50",
                "511",
                "",
                "C",
                "8500",
                "512",
                "",
                "C",
                "150",
                "513",
                "",
                "C",
                "3200.50",
                "514",
                "",
                "C",
                "4000",
                "521",
                "",
                "C",
                "100");
        posted("2025-12-31", VoucherKind.CLOSING, "321", "", "D", "63749.50", "32202", "", "C", "63749.50");
        posted(
                "2025-12-31",
                VoucherKind.DISTRIBUTION,
                "32201",
                "",
                "D",
                "26374.95",
                "311",
                "",
                "C",
                "6374.95",
                "113",
                "Household 1",
                "C",
                "10000",
                "113",
                "Household 2",
                "C",
                "10000");
        posted("2025-12-31", VoucherKind.CLOSING, "32202", "", "D", "26374.95", "32201", "", "C", "26374.95");
    }

    private void posted(String dated, VoucherKind kind, String... lines) {
        ledger.posted(places, places.east(), voucher(book, dated, kind, lines));
    }

    private Statement sheet() {
        return at(SHEET, DECEMBER);
    }

    private Statement income() {
        return at(INCOME, DECEMBER);
    }

    private Statement at(String form, YearMonth month) {
        return ledger.at(places.east(), () -> statements.statement(current.jurisdiction(), book, form, month));
    }

    private TrialBalance trial(YearMonth from, YearMonth to) {
        return ledger.at(places.east(), () -> statements.trialBalance(current.jurisdiction(), book, from, to));
    }

    private static void assertLine(Statement statement, String key, String amount) {
        assertThat(statement.line(key).amount()).as(statement.line(key).label()).isEqualByComparingTo(amount);
    }

    private static void assertLine(Statement statement, String key, String amount, String compared) {
        assertLine(statement, key, amount);
        assertThat(statement.line(key).compared())
                .as(statement.line(key).label())
                .isEqualByComparingTo(compared);
    }
}
