package io.qiangcun.economy.statement;

import static io.qiangcun.economy.voucher.LedgerFixtures.voucher;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The two statements of a cooperative, worked out by hand. */
@ApplicationTest
class CooperativeStatementsTests {

    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    StatementQueries statements;

    @Autowired
    CurrentAccount current;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private PlaceFixtures places;
    private BookId book;

    @BeforeEach
    void keep() {
        places = ledger.county();
        book = ledger.cooperativeBookOf(places, places.east());
        post(
                VoucherKind.OPENING,
                "2026-01-01",
                "102 D 1000",
                "114 Wang D 60",
                "114 Li C 25",
                "142 D 300",
                "143 C 50",
                "301 Wang C 900",
                "311 C 120",
                "322 C 85",
                "33202 C 180");
        post(VoucherKind.NORMAL, "2026-02-05", "102 D 400", "501 C 400");
        post(VoucherKind.NORMAL, "2026-02-06", "521 D 110", "121 Feed C 110");
        post(VoucherKind.NORMAL, "2026-02-07", "121 Feed D 150", "102 C 150");
        post(VoucherKind.NORMAL, "2026-03-01", "524 D 12", "215 C 12");
        post(VoucherKind.NORMAL, "2026-03-02", "102 D 7", "511 C 7");
        post(VoucherKind.NORMAL, "2026-03-03", "18101 D 5", "101 C 5");
        post(VoucherKind.DISTRIBUTION, "2026-04-01", "33201 D 18", "322 C 18");
        post(VoucherKind.DISTRIBUTION, "2026-04-02", "33201 D 100", "221 Wang C 60", "222 Li C 40");
    }

    @Test
    void balance() {
        assertThat(lines("cooperative-2021-balance-sheet"))
                .containsEntry("1", "1252.00")
                .containsEntry("2", "60.00")
                .containsEntry("3", "40.00")
                .containsEntry("9", "250.00")
                .containsEntry("20a", "5.00")
                .containsEntry("22", "1607.00")
                .containsEntry("24", "25.00")
                .containsEntry("28", "12.00")
                .containsEntry("29", "60.00")
                .containsEntry("30", "40.00")
                .containsEntry("37", "120.00")
                .containsEntry("39", "103.00")
                // 180 brought, 285 earned, 118 handed out
                .containsEntry("40", "347.00")
                .containsEntry("42", "1607.00");
    }

    @Test
    void sayWhatMayBeDistributedAfterTheReserve() {
        assertThat(lines("cooperative-2021-income"))
                .containsEntry("7", "285.00")
                .containsEntry("12", "285.00")
                .containsEntry("13", "180.00")
                .containsEntry("15", "18.00")
                .containsEntry("16", "447.00")
                .containsEntry("17", "60.00")
                .containsEntry("18", "40.00")
                .containsEntry("20", "347.00");
    }

    @Test
    void nameNoAccountThatTheChartDoesNotKnowAndLeaveNoneOut() {
        var formulas = transaction.execute(
                status -> database.sql("""
                select formula from economy_statement_line where statement = 'cooperative-2021-balance-sheet'
                """).query(String.class).list());
        var asked = Objects.requireNonNull(formulas).stream()
                .map(Formula::parse)
                .flatMap(formula -> formula.terms().stream())
                .filter(Formula.Asked.class::isInstance)
                .map(Formula.Asked.class::cast)
                .toList();
        var codes = ledger.at(
                places.township(),
                () -> transaction.execute(
                        status -> database.sql("""
                select code from economy_chart_account where regime = 'COOPERATIVE_2021' and parent is null
                """).query(String.class).list()));
        assertThat(codes).allSatisfy(code -> assertThat(asked)
                .anyMatch(term -> term.account().equals(code)
                        || term.other()
                                .filter(last -> code.compareTo(term.account()) >= 0 && code.compareTo(last) <= 0)
                                .isPresent()));
    }

    private Map<String, String> lines(String statement) {
        return ledger
                .at(places.township(), () -> statements.statement(current.jurisdiction(), book, statement, JUNE))
                .lines()
                .stream()
                .collect(Collectors.toMap(Statement.Line::key, line -> text(line.amount())));
    }

    private static String text(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }

    /** @param lines account, perhaps a detail, side, amount */
    private void post(VoucherKind kind, String dated, String... lines) {
        var parts = Arrays.stream(lines)
                .map(line -> line.split(" "))
                .flatMap(line -> line.length == 4 ? Stream.of(line) : Stream.of(line[0], "", line[1], line[2]))
                .toArray(String[]::new);
        ledger.posted(places, places.east(), voucher(book, dated, kind, parts));
    }
}
