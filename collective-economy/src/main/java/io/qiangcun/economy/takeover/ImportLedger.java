package io.qiangcun.economy.takeover;

import io.qiangcun.core.account.AccountOnDuty;
import io.qiangcun.core.error.NotFound;
import io.qiangcun.economy.book.BookId;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.security.access.AccessDeniedException;

/**
 * {@code java -jar … import-ledger --as=LOGIN --book=ID --from=FOLDER}: takes a book over from the sheets in a folder, says
 * what became of it and ends. Starts the application without opening a port and without its jobs.
 */
public final class ImportLedger {

    public static final String COMMAND = "import-ledger";

    private static final int DONE = 0;
    private static final int WRONG = 1;
    private static final int MISUSED = 2;
    private static final Logger LOG = LoggerFactory.getLogger(ImportLedger.class);

    private ImportLedger() {}

    /**
     * @param application the class that starts the whole application
     * @param arguments the three above; what else there is are properties of the application
     * @return the exit code: 0 if all came in, 1 if something in the sheets is wrong, 2 if the command is
     */
    public static int run(Class<?> application, String... arguments) {
        var given = new HashMap<String, String>();
        var others = Stream.<String>builder();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (parts.length == 2 && Stream.of("--as", "--book", "--from").anyMatch(parts[0]::equals)) {
                given.put(parts[0], parts[1]);
            } else {
                others.add(argument);
            }
        }
        if (given.size() < 3) {
            LOG.error("import-ledger --as=LOGIN --book=ID --from=FOLDER");
            return MISUSED;
        }
        var started = new SpringApplication(application);
        started.setBannerMode(Banner.Mode.OFF);
        started.setLogStartupInfo(false);
        try (var context = started.run(quietly(others.build().toArray(String[]::new)));
                var duty = context.getBean(AccountOnDuty.class).of(given.getOrDefault("--as", ""))) {
            var report = context.getBean(FolderImport.class)
                    .take(BookId.valueOf(given.getOrDefault("--book", "")), Path.of(given.getOrDefault("--from", "")));
            report.lines().forEach(report.taken() ? LOG::info : LOG::error);
            return report.taken() ? DONE : WRONG;
        } catch (IllegalArgumentException | NotFound | AccessDeniedException misused) {
            LOG.error("{}", misused.getMessage());
            return MISUSED;
        }
    }

    private static String[] quietly(String... arguments) {
        var plain = Stream.of(
                "--logging.pattern.console=%m%n%ex{short}",
                "--logging.level.root=warn",
                "--logging.level." + ImportLedger.class.getName() + "=info",
                "--server.port=-1",
                "--qiangcun.jobs.enabled=false");
        return Stream.concat(plain, Arrays.stream(arguments)).toArray(String[]::new);
    }
}
