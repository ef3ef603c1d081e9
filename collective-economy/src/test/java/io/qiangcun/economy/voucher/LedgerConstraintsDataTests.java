package io.qiangcun.economy.voucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.DatabaseTest;
import io.qiangcun.testkit.PlaceFixtures;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cannot be stored, whoever writes past the code. */
@DatabaseTest
class LedgerConstraintsDataTests {

    private static final String BANK = "102";
    private static final String INCOME = "501";

    @Autowired
    PlaceTree tree;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient database;

    String place = "";
    UUID book = UUID.randomUUID();

    @BeforeEach
    void open() {
        place = PlaceFixtures.plantedIn(tree).east().value();
        entities.flush();
        database.sql("""
                insert into economy_book (book_id, version, created_at, created_by, changed_at, changed_by, place_code, name,
                  regime, opened_on, variant, recorded_at, recorded_by, recorded_by_person)
                values (:book, 0, now(), 'clerk', now(), 'clerk', :place, 'Book', 'VILLAGE_2023', '2024-01-01', 'A', now(),
                  'clerk', 'Clerk')
                """).param("book", book).param("place", place).update();
        database.sql("""
                insert into economy_account (book_id, code, place_code, name, category, normal_side, parent, leaf, dimension, required)
                select :book, c.code, :place, c.name, c.category, c.normal_side, c.parent,
                    not exists (select from economy_chart_account k where k.regime = c.regime and k.parent = c.code),
                    c.dimension, c.required
                  from economy_chart_account c where c.regime = 'VILLAGE_2023' order by length(c.code)
                """).param("book", book).param("place", place).update();
        year(2024);
    }

    @Test
    void numbersRunWithoutGapsInEachMonth() {
        assertThat(post(income("2024-03-05", "100"))).isEqualTo(1);
        assertThat(post(income("2024-03-01", "5"))).isEqualTo(2);
        assertThat(post(income("2024-04-01", "7"))).isEqualTo(1);
        assertThat(balance(2024, 3, BANK)).isEqualByComparingTo("105");
        assertThat(balance(2024, 12, INCOME)).isEqualByComparingTo("-112");
    }

    @Test
    void aVoucherThatDoesNotBalanceIsNotEvenSubmitted() {
        var voucher = draft("2024-03-05", "NORMAL");
        line(voucher, 1, BANK, "D", "100");
        line(voucher, 2, INCOME, "C", "99.99");

        refuses(() -> move(voucher, "SUBMITTED"), "economy_voucher_balanced");
    }

    @Test
    void oneLineIsNoVoucher() {
        var voucher = draft("2024-03-05", "NORMAL");

        refuses(() -> move(voucher, "SUBMITTED"), "economy_voucher_balanced");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POSTED", "REVIEWED"})
    void noStepIsLeftOut(String state) {
        var voucher = income("2024-03-05", "100");

        refuses(() -> move(voucher, state), "economy_voucher");
    }

    @Test
    void whoWroteAVoucherDoesNotReviewIt() {
        var voucher = income("2024-03-05", "100");
        move(voucher, "SUBMITTED");

        refuses(() -> review(voucher, "clerk", "Clerk"), "economy_voucher_two_people");
    }

    @Test
    void theSamePersonUnderAnotherAccountDoesNotReviewIt() {
        var voucher = income("2024-03-05", "100");
        move(voucher, "SUBMITTED");

        refuses(() -> review(voucher, "agent", "Clerk"), "economy_voucher_two_people");
    }

    @Test
    void nothingOfAPostedVoucherChanges() {
        var voucher = income("2024-03-05", "100");
        post(voucher);

        refuses(
                () -> database.sql("update economy_voucher set summary = 'else' where voucher_id = :id")
                        .param("id", voucher)
                        .update(),
                "economy_voucher_fixed");
    }

    @Test
    void noLineOfAPostedVoucherChanges() {
        var voucher = income("2024-03-05", "100");
        post(voucher);

        refuses(
                () -> database.sql("update economy_line set amount = 1 where voucher_id = :id")
                        .param("id", voucher)
                        .update(),
                "economy_line_fixed");
    }

    @Test
    void noLineOfAPostedVoucherGoes() {
        var voucher = income("2024-03-05", "100");
        post(voucher);

        refuses(
                () -> database.sql("delete from economy_line where voucher_id = :id")
                        .param("id", voucher)
                        .update(),
                "economy_line_fixed");
    }

    @Test
    void noLineJoinsAPostedVoucher() {
        var voucher = income("2024-03-05", "100");
        post(voucher);

        refuses(() -> line(voucher, 3, BANK, "D", "1"), "economy_line_fixed");
    }

    @Test
    void aClosedMonthTakesNothing() {
        close("2024-01-01");

        refuses(() -> draft("2024-01-31", "NORMAL"), "economy_voucher_period_open");
    }

    @Test
    void whatWaitsIsNotPostedIntoAClosedMonth() {
        var voucher = income("2024-01-05", "100");

        refuses(() -> close("2024-01-01"), "economy_period_nothing_waits");
        assertThat(voucher).isNotNull();
    }

    @Test
    void monthsCloseInTurn() {
        refuses(() -> close("2024-02-01"), "economy_period_in_order");
    }

    @Test
    void onlyTheLastMonthOpensAgain() {
        close("2024-01-01");
        close("2024-02-01");

        refuses(
                () -> database.sql(
                                "update economy_period set state = 'OPEN', closed_at = null where book_id = :book and month = '2024-01-01'")
                        .param("book", book)
                        .update(),
                "economy_period_in_order");
    }

    @Test
    void aParentAccountTakesNoLine() {
        var voucher = draft("2024-03-05", "NORMAL");
        line(voucher, 1, "181", "D", "100");
        line(voucher, 2, BANK, "C", "100");

        refuses(() -> post(voucher), "economy_line_leaf");
    }

    @Test
    void aReceivableNamesWhoOwes() {
        var voucher = draft("2024-03-05", "NORMAL");
        line(voucher, 1, "112", "D", "100");
        line(voucher, 2, INCOME, "C", "100");

        refuses(() -> post(voucher), "economy_line_detail");
    }

    @Test
    void anAccountOfAnotherRegimeIsUnknown() {
        var voucher = draft("2024-03-05", "NORMAL");

        refuses(() -> line(voucher, 1, "522", "D", "100"), "economy_line_book_id_account_code_fkey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void anOrdinaryLineIsAboveNought(String amount) {
        var voucher = draft("2024-03-05", "NORMAL");

        refuses(() -> line(voucher, 1, BANK, "D", amount), "economy_line");
    }

    @Test
    void aRedVoucherTakesBackOnTheSameSideAndOnce() {
        var voucher = income("2024-03-05", "100");
        post(voucher);

        post(red(voucher, "2024-04-02", "100"));

        assertThat(balance(2024, 4, BANK)).isEqualByComparingTo("0");
        assertThat(turnover(2024, BANK, "debit")).isEqualByComparingTo("0");
        assertThat(turnover(2024, BANK, "credit")).isEqualByComparingTo("0");
        refuses(() -> red(voucher, "2024-04-03", "100"), "economy_voucher_red_once_key");
    }

    @Test
    void aYearBeginsWithWhatTheYearBeforeEndsWithForAsLongAsThatMoves() {
        post(income("2024-03-05", "100"));
        year(2025);
        assertThat(balance(2025, 0, BANK)).isEqualByComparingTo("100");

        post(income("2025-01-09", "30"));
        post(income("2024-12-31", "7.50"));

        assertThat(balance(2025, 0, BANK)).isEqualByComparingTo("107.50");
        assertThat(balance(2025, 12, BANK)).isEqualByComparingTo("137.50");
        assertThat(balance(2024, 12, BANK)).isEqualByComparingTo("107.50");
    }

    @Test
    void noYearIsLeftOut() {
        refuses(() -> year(2026), "economy_year_in_order");
    }

    @Test
    void whatABookOpensWithComesFirstAndOnce() {
        var opening = draft("2024-01-01", "OPENING");
        line(opening, 1, BANK, "D", "500");
        line(opening, 2, "301", "C", "500");
        assertThat(post(opening)).isZero();

        assertThat(balance(2024, 0, BANK)).isEqualByComparingTo("500");
        assertThat(post(income("2024-01-09", "1"))).isEqualTo(1);
        refuses(() -> draft("2024-01-01", "OPENING"), "economy_voucher_opening_once_key");
    }

    @Test
    void balancesAreWrittenByNothingButPosting() {
        post(income("2024-03-05", "100"));

        refuses(
                () -> database.sql("update economy_balance set debit = debit + 1 where book_id = :book")
                        .param("book", book)
                        .update(),
                "economy_balance_by_posting");
    }

    @Test
    void anOrdinaryVoucherHasSomethingAttached() {
        var voucher = income("2024-03-05", "100");
        database.sql("update economy_voucher set sheets = 0 where voucher_id = :id")
                .param("id", voucher)
                .update();

        refuses(() -> move(voucher, "SUBMITTED"), "economy_voucher_attached");
    }

    private void year(int year) {
        database.sql("insert into economy_year values (:book, :year, :place, now(), 'clerk', 'Clerk')")
                .param("book", book)
                .param("year", year)
                .param("place", place)
                .update();
    }

    private UUID income(String on, String amount) {
        var voucher = draft(on, "NORMAL");
        line(voucher, 1, BANK, "D", amount);
        line(voucher, 2, INCOME, "C", amount);
        return voucher;
    }

    private UUID red(UUID corrected, String on, String amount) {
        var voucher = draft(on, "RED", corrected);
        line(voucher, 1, BANK, "D", "-" + amount);
        line(voucher, 2, INCOME, "C", "-" + amount);
        return voucher;
    }

    private UUID draft(String on, String kind) {
        return draft(on, kind, null);
    }

    private UUID draft(String on, String kind, @Nullable UUID corrected) {
        var id = UUID.randomUUID();
        database.sql("""
                insert into economy_voucher (voucher_id, version, created_at, created_by, changed_at, changed_by, book_id,
                  place_code, dated, kind, state, summary, sheets, corrects, recorded_at, recorded_by, recorded_by_person)
                values (:id, 0, now(), 'clerk', now(), 'clerk', :book, :place, cast(:on as date), :kind, 'DRAFT', 'Summary', 1,
                  :corrected, now(), 'clerk', 'Clerk')
                """)
                .param("id", id)
                .param("book", book)
                .param("place", place)
                .param("on", on)
                .param("kind", kind)
                .param("corrected", corrected)
                .update();
        return id;
    }

    private void line(UUID voucher, int number, String account, String side, String amount) {
        database.sql("""
                insert into economy_line (voucher_id, line_no, book_id, place_code, month, account_code, side, amount, summary)
                select voucher_id, :number, book_id, place_code, month, :account, :side, :amount, 'Line'
                  from economy_voucher where voucher_id = :voucher
                """)
                .param("voucher", voucher)
                .param("number", number)
                .param("account", account)
                .param("side", side)
                .param("amount", new BigDecimal(amount))
                .update();
    }

    private void move(UUID voucher, String state) {
        database.sql("update economy_voucher set state = :state where voucher_id = :id")
                .param("state", state)
                .param("id", voucher)
                .update();
    }

    private void review(UUID voucher, String login, String person) {
        database.sql("""
                update economy_voucher set state = 'REVIEWED', reviewed_at = now(), reviewed_by = :login,
                  reviewed_by_person = :person where voucher_id = :id
                """)
                .param("login", login)
                .param("person", person)
                .param("id", voucher)
                .update();
    }

    private int post(UUID voucher) {
        move(voucher, "SUBMITTED");
        review(voucher, "agent", "Agent");
        return database.sql("update economy_voucher set state = 'POSTED' where voucher_id = :id returning number")
                .param("id", voucher)
                .query(Integer.class)
                .single();
    }

    private void close(String month) {
        database.sql("""
                update economy_period set state = 'CLOSED', closed_at = now(), closed_by = 'agent', closed_by_person = 'Agent'
                where book_id = :book and month = cast(:month as date)
                """).param("book", book).param("month", month).update();
    }

    /** Debit positive, at the end of the month. */
    private BigDecimal balance(int year, int month, String account) {
        return database.sql("""
                select coalesce(sum(debit - credit), 0) from economy_balance
                where book_id = :book and year = :year and month <= :month and account_code = :account
                """)
                .param("book", book)
                .param("year", year)
                .param("month", month)
                .param("account", account)
                .query(BigDecimal.class)
                .single();
    }

    private BigDecimal turnover(int year, String account, String side) {
        return database.sql(
                        "select sum(%s) from economy_balance where book_id = :book and year = :year and account_code = :account and month > 0"
                                .formatted(side))
                .param("book", book)
                .param("year", year)
                .param("account", account)
                .query(BigDecimal.class)
                .single();
    }

    private static void refuses(Runnable what, String constraint) {
        assertThatThrownBy(what::run)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .isInstanceOfSatisfying(PSQLException.class, refused -> assertThat(refused.getServerErrorMessage())
                        .extracting(ServerErrorMessage::getConstraint)
                        .asString()
                        .startsWith(constraint));
    }
}
