package io.qiangcun.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips browser journeys where no Chromium is installed; on a build server that is a failure. */
class NeedsChromium implements ExecutionCondition {

    /** Without the windows that a whole Chromium paints for nobody, which take as much time as the pages. */
    private static final String SHELL = "/usr/bin/chromium-headless-shell";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (chromium().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium found");
        }
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            throw new IllegalStateException(
                    "No Chromium on a build server: install the package chromium-headless-shell");
        }
        return ConditionEvaluationResult.disabled("No Chromium found; install it or set CHROMIUM to its path");
    }

    static Optional<Path> chromium() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("CHROMIUM")).orElse(SHELL),
                        SHELL,
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
