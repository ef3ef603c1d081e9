package io.qiangcun.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookService;
import io.qiangcun.economy.book.OpenBook;
import io.qiangcun.economy.book.Variant;
import io.qiangcun.economy.statement.Statement;
import io.qiangcun.economy.statement.StatementQueries;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * A whole year of a village comes in by sheets through the pages, is reviewed, posted, closed and distributed; every figure of
 * every statement is that of the {@link PaperLedger}. Today is 16 November 2026.
 */
@ApplicationTest
@SuppressWarnings("NullAway.Init") // opened first in each test
class YearFromSheetsTests {

    private static final int YEAR = 2025;
    private static final String SHEET = "village-2023-balance-sheet";

    @Autowired
    PlaceTree tree;

    @Autowired
    BookService books;

    @Autowired
    StatementQueries statements;

    @Autowired
    CurrentAccount current;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private BookId book;
    private String page;

    @ParameterizedTest
    @EnumSource(Variant.class)
    void everyFigureIsThatOfThePaper(Variant variant) throws Exception {
        open(variant);
        comesIn("accounts", "accounts.csv", places.township());
        comesIn("openings", "openings.csv", places.east());
        comesIn("vouchers", "vouchers.csv", places.east());
        reviewedAndPosted();

        var written = PaperLedger.of(YEAR, "vouchers.csv");
        assertThat(written.vouchers()).isGreaterThan(100);
        for (var month : new int[] {3, 6, 12}) {
            agree(written, month, variant);
        }
        assertThat(statement(SHEET, 12).line("37").amount())
                .as("not transferred yet")
                .isEqualByComparingTo(statement(income(variant), 12).line("20").amount());

        transferred();
        var closed = PaperLedger.of(YEAR, "vouchers.csv", "closing.csv");
        agree(closed, 12, variant);
        assertThat(closed.balanceSheet(12)).as("closing moves no statement").isEqualTo(written.balanceSheet(12));

        comesIn("vouchers", "distribution.csv", places.east());
        reviewedAndPosted();
        var distributed = PaperLedger.of(YEAR, "vouchers.csv", "closing.csv", "distribution.csv");
        agree(distributed, 12, variant);
        agree(distributed, 6, variant);
        assertThat(statement(SHEET, 12).line("37").amount())
                .isEqualByComparingTo(statement(income(variant), 12).line("20").amount());

        assertThat(send(places.township(), "/months/2025-12/through")).hasRedirectedUrl(page + "?year=2025");
        assertThat(send(places.township(), "/years")).hasStatus3xxRedirection();
        opensWhere(distributed);
    }

    /** The closing vouchers may come from the sheet as well. */
    @Test
    void theWholeYearMayComeInByOneCommand() throws Exception {
        open(Variant.A);
        for (var sheet : new String[] {"vouchers.csv", "closing.csv", "distribution.csv"}) {
            if (sheet.equals("vouchers.csv")) {
                comesIn("accounts", "accounts.csv", places.township());
                comesIn("openings", "openings.csv", places.east());
            }
            comesIn("vouchers", sheet, places.east());
        }
        reviewedAndPosted();

        agree(PaperLedger.of(YEAR, "vouchers.csv", "closing.csv", "distribution.csv"), 12, Variant.A);
        assertThat(text(get(places.east(), page + "/vouchers?text=记-12-018"))).contains("记-12-018");
    }

    private void open(Variant variant) {
        places = PlaceFixtures.plantedIn(tree);
        book = BookId.next();
        page = "/economy/books/" + book;
        at(places.township(), () -> {
            books.open(
                    current.jurisdiction(),
                    current.actor(),
                    new OpenBook(book, places.east(), "Book", "VILLAGE_2023", YearMonth.of(YEAR, 1), variant));
            return true;
        });
    }

    private void comesIn(String sort, String sheet, PlaceCode who) throws Exception {
        var looked = mvc.post()
                .uri(page + "/import/" + sort)
                .multipart()
                .file(new MockMultipartFile("file", sheet, null, PaperLedger.sheet(sheet)))
                .param("id", UUID.randomUUID().toString())
                .with(SignedIn.at(who))
                .exchange();
        var shown = text(looked);
        assertThat(shown.replaceAll("base64,[^\"]*", "")).as(sheet).contains("检查通过");
        assertThat(mvc.post()
                        .uri(page + "/import/" + sort + "/confirm")
                        .param("id", hidden(shown, "id"))
                        .param("sheet", hidden(shown, "sheet"))
                        .with(SignedIn.at(who)))
                .hasStatus3xxRedirection();
    }

    private void reviewedAndPosted() throws Exception {
        for (var act : new String[] {"review", "post"}) {
            var seen = hidden(text(get(places.township(), page + "/stack?month=")), "seen");
            assertThat(send(places.township(), "/stack/" + act, "seen", seen)).hasStatus3xxRedirection();
        }
    }

    private void transferred() throws Exception {
        assertThat(send(places.east(), "/months/2025-12/transfer")).hasStatus3xxRedirection();
        var drafts = Pattern.compile("/economy/vouchers/([0-9a-f-]{36})")
                .matcher(text(get(places.east(), page + "/vouchers?state=DRAFT")));
        var submitted = 0;
        while (drafts.find()) {
            assertThat(mvc.post()
                            .uri("/economy/vouchers/" + drafts.group(1) + "/submit")
                            .param("version", "0")
                            .with(SignedIn.at(places.east())))
                    .hasStatus3xxRedirection();
            submitted++;
        }
        assertThat(submitted).isEqualTo(3);
        reviewedAndPosted();
    }

    private void agree(PaperLedger paper, int month, Variant variant) {
        var sheet = statement(SHEET, month);
        assertThat(amounts(sheet)).as("balance sheet of %s", month).isEqualTo(plain(paper.balanceSheet(month)));
        assertThat(compared(sheet)).as("as the year began").isEqualTo(plain(paper.balanceSheet(0)));
        assertThat(amounts(statement(income(variant), month)))
                .as("income of %s", month)
                .isEqualTo(plain(paper.income(month, variant == Variant.A)));
        for (var from : new int[] {1, month}) {
            assertThat(trial(from, month))
                    .as("trial balance %s-%s", from, month)
                    .isEqualTo(paper(paper, from, month));
        }
    }

    private void opensWhere(PaperLedger paper) {
        var next = statement(SHEET, YearMonth.of(YEAR + 1, 1));
        assertThat(amounts(next)).isEqualTo(plain(paper.balanceSheet(12)));
        assertThat(compared(next)).isEqualTo(plain(paper.balanceSheet(12)));
        var opening = at(
                        places.east(),
                        () -> statements.trialBalance(
                                current.jurisdiction(), book, YearMonth.of(YEAR + 1, 1), YearMonth.of(YEAR + 1, 1)))
                .rows()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.account().code().value(),
                        row -> row.before().stripTrailingZeros().toPlainString()));
        var closing = paper.trialBalance(1, 12).entrySet().stream()
                .filter(row -> row.getValue().after().signum() != 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        row -> row.getValue().after().stripTrailingZeros().toPlainString()));
        assertThat(opening).isEqualTo(closing);
        assertThat(opening).doesNotContainKeys("501", "511", "321", "32201");
    }

    private static String income(Variant variant) {
        return variant == Variant.A ? "village-2023-income-a" : "village-2023-income-b";
    }

    private Statement statement(String form, int month) {
        return statement(form, YearMonth.of(YEAR, month));
    }

    private Statement statement(String form, YearMonth month) {
        return at(places.east(), () -> statements.statement(current.jurisdiction(), book, form, month));
    }

    private Map<String, String> trial(int from, int to) {
        return at(
                        places.east(),
                        () -> statements.trialBalance(
                                current.jurisdiction(), book, YearMonth.of(YEAR, from), YearMonth.of(YEAR, to)))
                .rows()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.account().code().value(),
                        row -> words(
                                row.before(),
                                row.debits(),
                                row.credits(),
                                row.yearDebits(),
                                row.yearCredits(),
                                row.after())));
    }

    private static Map<String, String> paper(PaperLedger paper, int from, int to) {
        return paper.trialBalance(from, to).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        row -> words(
                                row.getValue().before(),
                                row.getValue().debits(),
                                row.getValue().credits(),
                                row.getValue().yearDebits(),
                                row.getValue().yearCredits(),
                                row.getValue().after())));
    }

    private static String words(BigDecimal... amounts) {
        var words = new StringBuilder();
        for (var amount : amounts) {
            words.append(amount.setScale(2).toPlainString()).append(' ');
        }
        return words.toString();
    }

    private static Map<String, String> amounts(Statement statement) {
        return statement.lines().stream()
                .collect(Collectors.toMap(
                        Statement.Line::key, line -> line.amount().setScale(2).toPlainString()));
    }

    private static Map<String, String> compared(Statement statement) {
        return statement.lines().stream()
                .collect(Collectors.toMap(
                        Statement.Line::key,
                        line -> String.valueOf(
                                line.compared() == null
                                        ? null
                                        : line.compared().setScale(2).toPlainString())));
    }

    private static Map<String, String> plain(Map<String, BigDecimal> amounts) {
        return amounts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, row -> row.getValue().setScale(2).toPlainString()));
    }

    private <T> T at(PlaceCode place, Supplier<T> what) {
        try (var scope = SignedIn.here(database, place, null)) {
            return what.get();
        }
    }

    private MvcTestResult get(PlaceCode who, String path) {
        return mvc.get().uri(path).with(SignedIn.at(who)).exchange();
    }

    private MvcTestResult send(PlaceCode who, String path, String... parameters) {
        var request = mvc.post().uri(page + path).with(SignedIn.at(who));
        for (var at = 0; at < parameters.length; at += 2) {
            request = request.param(parameters[at], parameters[at + 1]);
        }
        return request.exchange();
    }

    private static String hidden(String page, String field) {
        var input =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]*+)\"").matcher(page);
        assertThat(input.find()).as(field).isTrue();
        return input.group(1);
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
