package io.qiangcun.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** {@code -Dbench.only=ledger}: a thousand books of ten years, read, added up, posted to and closed over the network. */
final class LedgerBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerBenchmark.class);
    private static final String PASSWORD = "Qiangcun#2026";
    private static final String POSTS = "150524100";
    private static final String CLOSES = "150524101";
    private static final int WAITING = 12;
    private static final int READS = 300;
    private static final int SUMS = 80;
    private static final Pattern DRAFT = Pattern.compile("href=\"/economy/vouchers/([0-9a-f-]{36})\"");

    private final Path jar;
    private final Path directory;
    private final Measurements measured = new Measurements();
    private String size = "";

    LedgerBenchmark(Path jar, Path directory) {
        this.jar = jar;
        this.directory = directory;
    }

    void run(Path report) throws SQLException {
        if (!Boolean.getBoolean("bench.reuse")) {
            FileSystemUtils.deleteRecursively(directory.toFile());
            RunningApplication.extract(jar, directory.resolve("application"));
            fill();
        }
        try (var application = start("ledger.log", List.of());
                var database = application.database()) {
            size = LedgerYears.size(database);
            LOG.info("{}", size);
            measure(application, database);
        }
        Sections.LEDGER.write(report, text());
    }

    /** Nothing has to survive while it is filled. */
    private void fill() throws SQLException {
        var careless = List.of(
                "--qiangcun.first-start.place-code=150524",
                "--qiangcun.first-start.place-name=Bench",
                "--qiangcun.jobs.enabled=false",
                "--qiangcun.database.settings.fsync=off",
                "--qiangcun.database.settings.full_page_writes=off",
                "--qiangcun.database.settings.wal_level=minimal",
                "--qiangcun.database.settings.max_wal_senders=0",
                "--qiangcun.database.settings.max_wal_size=16GB",
                "--qiangcun.database.settings.autovacuum=off",
                "--qiangcun.database.settings.maintenance_work_mem=256MB");
        try (var application = start("ledger-fill.log", careless);
                var database = application.database()) {
            var began = System.nanoTime();
            LedgerYears.fill(database, WAITING, PASSWORD);
            LOG.info("Filled in {} s", Duration.ofNanos(System.nanoTime() - began).toSeconds());
        }
    }

    private void measure(RunningApplication application, Connection database) throws SQLException {
        var county = Visitor.signedIn(application.address(), "county", PASSWORD);
        var books = strings(
                database, "select book_id::text from bench_book where village like '150524%' order by n");
        var random = new Random(1);
        measured.times("trial balance of one book, a year", READS, 50, () -> county.reads("/economy/books/" + books.get(random.nextInt(books.size()))
                        + "/trial-balance?from=2025-01&to=2025-12"));
        measured.times("balance sheet of one book", READS, 50, () -> county.reads("/economy/books/" + books.get(random.nextInt(books.size()))
                        + "/statements/village-2023-balance-sheet?month=2025-0" + (1 + random.nextInt(9))));
        measured.times("balance sheets of " + books.size() + " villages added up", SUMS, 300, () -> county.reads("/economy/statements?statement=village-2023-balance-sheet&month=2025-0" + (1 + random.nextInt(9))));
        measured.times("statements of income of " + books.size() + " villages added up", SUMS, 300, () -> county.reads("/economy/statements?statement=village-2023-income-a&month=2025-12"));
        var township = Visitor.signedIn(application.address(), "township-" + POSTS, PASSWORD);
        var token = township.field(township.get("/economy/books").body(), "_csrf");
        var waiting = strings(database, """
                select voucher_id::text from economy_voucher where state = 'REVIEWED' and recorded_by = 'bench'
                  and place_code like '%s%%' order by md5(voucher_id::text)
                """.formatted(POSTS));
        var next = waiting.iterator();
        measured.times("posting a voucher of four lines", waiting.size() - Measurements.WARM_UP, 40, () -> expect(
                302, township.post("/economy/vouchers/" + next.next() + "/post", Map.of("_csrf", token, "version", "2"))));
        close(application, database);
    }

    /** Everything that closes a year: drafts, submission, review, posting, twelve months, the opening of the next. */
    private void close(RunningApplication application, Connection database) throws SQLException {
        var above = Visitor.signedIn(application.address(), "township-" + CLOSES, PASSWORD);
        var aboveToken = above.field(above.get("/economy/books").body(), "_csrf");
        var villages =
                strings(database, "select village from bench_book where village like '" + CLOSES + "%' order by n");
        var millis = new ArrayList<Double>();
        for (var village : villages) {
            var below = Visitor.signedIn(application.address(), "village-" + village, PASSWORD);
            var token = below.field(below.get("/economy/books").body(), "_csrf");
            var book = "/economy/books/"
                    + strings(database, "select book_id::text from bench_book where village = '" + village + "'")
                            .get(0);
            var began = System.nanoTime();
            expect(302, below.post(book + "/months/2025-12/transfer", Map.of("_csrf", token)));
            var drafts = DRAFT.matcher(below.get(book + "/vouchers?state=DRAFT").body());
            while (drafts.find()) {
                expect(302, below.post(
                        "/economy/vouchers/" + drafts.group(1) + "/submit", Map.of("_csrf", token, "version", "0")));
            }
            for (var act : List.of("review", "post")) {
                var seen = above.field(above.get(book + "/stack?month=2025-12").body(), "seen");
                expect(302, above.post(
                        book + "/stack/" + act, Map.of("_csrf", aboveToken, "seen", seen, "month", "2025-12")));
            }
            expect(302, above.post(book + "/months/2025-12/through", Map.of("_csrf", aboveToken)));
            expect(302, above.post(book + "/years", Map.of("_csrf", aboveToken)));
            millis.add((System.nanoTime() - began) / 1e6);
        }
        measured.note("close of a year of one book, all its steps", millis, 2000);
    }

    private static void expect(int status, java.net.http.HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.uri() + " answers " + answer.statusCode());
        }
    }

    private static List<String> strings(Connection database, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private RunningApplication start(String log, List<String> settings) {
        var all = new ArrayList<>(settings);
        all.add("--qiangcun.demo.enabled=false");
        return RunningApplication.start(
                directory.resolve("application").resolve(jar.getFileName()), directory, log, all);
    }

    private String text() {
        return """
                %s

                `./mvnw -Pbench verify -Dbench.only=ledger` on %s, same machine: %,d books × 10 years × 1,200 lines (%s).

                %s
                One reader over the network, from the request to the last byte of the page, books at random. The lines are
                written set by set past the triggers; a book posted voucher by voucher through them proves that the balances
                are the same. The close is the sum of its steps: three drafts from the balances, submitted, reviewed and posted
                by another, twelve months closed, the next year opened, with the pages read in between.
                """.formatted(Sections.LEDGER.heading, LocalDate.now(ZoneId.of("Asia/Shanghai")), LedgerYears.BOOKS, size, measured.table());
    }
}
