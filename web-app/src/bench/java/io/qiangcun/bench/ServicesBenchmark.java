package io.qiangcun.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/**
 * {@code -Dbench.only=services}: the inbox of a centre among the requests of years, and villagers without an account who
 * come faster than one machine has to serve.
 */
final class ServicesBenchmark {

    private static final String PASSWORD = "Qiangcun#2026";
    private static final String VILLAGE = "150524100200";
    private static final int READS = 200;
    private static final int INBOX = 80;
    private static final int PUBLIC = 100;
    private static final int RECEIPTS = 60;
    private static final Pattern GUIDE = Pattern.compile("href=\"(/services/items/[0-9]+-[PA]-[0-9]+)\"");
    private static final Pattern RECEIPT = Pattern.compile("id=\"receipt\">([0-9A-Z-]{14})<");

    private final Path jar;
    private final Path directory;
    private final Measurements measured = new Measurements();
    private int failed;
    private int answered;

    ServicesBenchmark(Path jar, Path directory) {
        this.jar = jar;
        this.directory = directory;
    }

    void run(Path report) throws SQLException {
        if (!Boolean.getBoolean("bench.reuse")) {
            FileSystemUtils.deleteRecursively(directory.toFile());
            RunningApplication.extract(jar, directory.resolve("application"));
            try (var application = start("services-fill.log", List.of("--qiangcun.demo.months=4"));
                    var database = application.database()) {
                Requests.fill(database);
            }
        }
        // every villager comes from the same address here
        try (var application = start("services.log", List.of("--qiangcun.sign-in.address-attempts=1000000"))) {
            inboxes(application);
            citizens(application);
        }
        Sections.SERVICES.write(report, text());
    }

    private void inboxes(RunningApplication application) throws SQLException {
        for (var reader : List.of("county", "township-" + VILLAGE.substring(0, 9), "village-" + VILLAGE)) {
            var visitor = Visitor.signedIn(application.address(), reader, PASSWORD);
            var who = reader.replaceAll("-.*", "");
            measured.times("inbox of a " + who, READS, INBOX, () -> visitor.reads("/services/inbox"));
            measured.times(
                    "all that a " + who + " has done, first page",
                    READS,
                    INBOX,
                    () -> visitor.reads("/services/inbox?show=DONE"));
        }
    }

    private void citizens(RunningApplication application) {
        var visitor = Visitor.without(application.address());
        var guides = new LinkedHashSet<String>();
        for (var category = 1; category <= 13; category++) {
            GUIDE.matcher(visitor.get("/services/items?category=" + category).body())
                    .results()
                    .forEach(found -> guides.add(found.group(1)));
        }
        write("guides.csv", "guide", List.copyOf(guides));
        write("words.csv", "words", List.of("低保", "盖房", "医保报销", "老人补贴", "户口", "残疾证", "开店", "孩子上学"));
        var receipts = new ArrayList<String>();
        for (var i = 0; i < RECEIPTS; i++) {
            var received = visitor.post(
                    "/services/ask",
                    Map.of(
                            "id", UUID.randomUUID().toString(),
                            "purpose", "QUESTION",
                            "matter", "什么时候上班",
                            "place", VILLAGE,
                            "applicant", "村民",
                            "phone", "13900000000"));
            var receipt = RECEIPT.matcher(received.body());
            if (!receipt.find()) {
                throw new IllegalStateException("Asking answers " + received.statusCode());
            }
            receipts.add(receipt.group(1) + "," + VILLAGE);
        }
        write("receipts.csv", "receipt,place", receipts);
        Gatling.run(Citizens.class, application, directory);
        for (var errand : Citizens.Errand.values()) {
            var took = lines("citizens.csv").stream()
                    .filter(line -> line.startsWith(errand + ","))
                    .map(line -> Integer.valueOf(line.substring(line.indexOf(',') + 1)))
                    .toList();
            var served = took.stream().filter(millis -> millis >= 0).toList();
            answered += served.size();
            failed += took.size() - served.size();
            measured.note(errand.title, served, PUBLIC);
        }
    }

    private String text() {
        return """
                %s

                `./mvnw -Pbench verify -Dbench.only=services` on %s, same machine: %,d requests in the table.

                %s
                The inbox: one reader, from the request to the last byte. Below it villagers without an account, %d a second
                in an open model – the next comes whether the last was served or not – each for one page, none of which he has
                already: %,d answered, %d failed. PostgreSQL and the load share the machine.
                """.formatted(
                        Sections.SERVICES.heading,
                        LocalDate.now(ZoneId.of("Asia/Shanghai")),
                        Requests.IN_THE_TABLE,
                        measured.table(),
                        Citizens.A_SECOND,
                        answered,
                        failed);
    }

    private RunningApplication start(String log, List<String> settings) {
        return RunningApplication.start(
                directory.resolve("application").resolve(jar.getFileName()), directory, log, settings);
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String head, List<String> lines) {
        var all = new ArrayList<>(List.of(head));
        all.addAll(lines);
        try {
            Files.write(directory.resolve(file), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
