package io.qiangcun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the modules are written in, for tests that read it. */
final class Sources {

    private static final List<String> MODULES =
            List.of("grid-core", "party-org", "collective-economy", "services-center", "web-app");

    private Sources() {}

    static List<Path> java() {
        return filesIn("src/main/java", ".java");
    }

    static List<Path> templates() {
        return filesIn("src/main/resources/templates", ".html");
    }

    static List<Path> migrations() {
        return filesIn("src/main/resources/db", ".sql");
    }

    static List<Path> scripts() {
        return filesIn("src/main/resources/static", ".js");
    }

    /** Without the words of regions. */
    static List<Path> messages() {
        return bundles().filter(bundle -> !isVocabulary(bundle)).toList();
    }

    static List<Path> vocabularies() {
        return bundles().filter(Sources::isVocabulary).toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Properties properties(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** What the first group of the pattern catches, everywhere in the text. */
    static Stream<String> caught(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1));
    }

    private static Stream<Path> bundles() {
        return filesIn("src/main/resources/messages", ".properties").stream();
    }

    private static boolean isVocabulary(Path bundle) {
        return bundle.getFileName().toString().startsWith("vocabulary_");
    }

    private static List<Path> filesIn(String folder, String ending) {
        return MODULES.stream()
                .map(module -> root().resolve(module).resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(there -> under(there).stream())
                .filter(file -> file.toString().endsWith(ending))
                .sorted()
                .toList();
    }

    private static List<Path> under(Path folder) {
        try (var all = Files.walk(folder)) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests run in their module's folder, or in the root from some editors. */
    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("grid-core"))
                ? here
                : here.resolve("..").normalize();
    }
}
