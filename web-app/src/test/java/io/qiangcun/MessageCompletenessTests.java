package io.qiangcun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word a page wants to say exists, in the bundle it belongs to and in no page or class. */
class MessageCompletenessTests {

    private static final Pattern EXPRESSION = Pattern.compile("#\\{([a-z][A-Za-z0-9._-]*)");
    private static final Pattern COMPOSED_EXPRESSION = Pattern.compile("#\\{\\|([a-z][A-Za-z0-9._-]*\\.)\\$\\{");
    private static final String KEY = "((?:core|party|grid|economy|services|web)\\.[a-z0-9-]+(?:\\.[A-Za-z0-9_-]+)+)";
    private static final Pattern QUOTED_KEY = Pattern.compile("'" + KEY + "'");
    private static final Pattern JAVA_KEY = Pattern.compile("\"\\{?" + KEY + "\\}?\"");
    private static final Pattern SQL_STRING = Pattern.compile("'([a-z][a-z0-9.-]+)'");
    private static final Pattern AUTHORITY = Pattern.compile("(?:hasAuthority|may)\\([\"']([^\"']+)[\"']\\)");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern MENTION =
            Pattern.compile("((?:core|party|grid|economy|services|web)\\.[a-z0-9-]+(?:\\.[A-Za-z0-9_-]+)*\\.?)");
    private static final Pattern LITERAL = Pattern.compile("(\"[^\"\\n]*\"|\"\"\"(?s:.*?)\"\"\")");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

    private final Set<String> keys = Stream.concat(Sources.messages().stream(), Sources.vocabularies().stream())
            .flatMap(bundle -> Sources.properties(bundle).stringPropertyNames().stream())
            .collect(Collectors.toSet());

    @Test
    void everyMessageOfATemplateExists() {
        assertThat(missingFrom(
                        Sources.templates(),
                        text -> Stream.concat(
                                Sources.caught(EXPRESSION, text),
                                Sources.caught(QUOTED_KEY, withoutAuthorities(text)))))
                .isEmpty();
    }

    @Test
    void everyComposedMessageOfATemplateHasAtLeastOneFormOfIt() {
        var without = Sources.templates().stream()
                .flatMap(template -> Sources.caught(COMPOSED_EXPRESSION, Sources.text(template)))
                .filter(beginning -> keys.stream().noneMatch(key -> key.startsWith(beginning)));

        assertThat(without).isEmpty();
    }

    /** Codes of rules, metrics and sections are beginnings of keys; authorities are granted by migrations. */
    @Test
    void everyMessageOfAClassExists() {
        var granted = Sources.migrations().stream()
                .flatMap(migration -> Sources.caught(SQL_STRING, Sources.text(migration)))
                .collect(Collectors.toSet());

        assertThat(missingFrom(Sources.java(), text -> Sources.caught(JAVA_KEY, text)
                        .filter(literal -> !granted.contains(literal))))
                .isEmpty();
    }

    @Test
    void noTwoBundlesSayTheSame() {
        var owners = new TreeMap<String, Set<String>>();
        Sources.messages().forEach(bundle -> Sources.properties(bundle)
                .stringPropertyNames()
                .forEach(key -> owners.computeIfAbsent(key, any -> new TreeSet<>())
                        .add(bundle.getFileName().toString())));

        assertThat(owners)
                .allSatisfy((key, bundles) -> assertThat(bundles).as(key).hasSize(1));
    }

    @Test
    void noBundleSaysAThingTwice() {
        assertThat(Sources.messages()).allSatisfy(bundle -> {
            var said = Sources.text(bundle)
                    .lines()
                    .filter(line -> line.matches("[a-z][^=]*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(said).as(bundle.toString()).doesNotHaveDuplicates();
        });
    }

    @Test
    void allRegionsKnowTheSameWords() {
        var words = Sources.vocabularies().stream()
                .collect(Collectors.toMap(
                        Path::getFileName, bundle -> Sources.properties(bundle).stringPropertyNames()));

        assertThat(words).hasSize(4);
        assertThat(Set.copyOf(words.values())).as("%s", words).hasSize(1);
    }

    @Test
    void templatesSpeakThroughMessages() {
        assertThat(Sources.templates()).allSatisfy(template -> assertThat(
                        COMMENT.matcher(Sources.text(template)).replaceAll(""))
                .as(template.toString())
                .doesNotContainPattern(CHINESE));
    }

    @Test
    void classesSpeakThroughMessages() {
        assertThat(Sources.java())
                // what is printed on the operator's console before there is a page is no page
                .filteredOn(file ->
                        !file.toString().contains("/demo/") && !file.toString().contains("/start/"))
                .allSatisfy(file -> assertThat(Sources.text(file)
                                .lines()
                                .map(line -> line.replaceAll("^\\s*(//|\\*|/\\*).*", ""))
                                .collect(Collectors.joining("\n")))
                        .as(file.toString())
                        .doesNotContainPattern("\"[^\"\n]*\\p{IsHan}[^\"\n]*\""));
    }

    @Test
    void messagesArePunctuatedAsChineseIs() {
        assertThat(Sources.messages()).allSatisfy(bundle -> assertThat(
                        Sources.properties(bundle).entrySet())
                .as(bundle.toString())
                .noneMatch(message ->
                        message.getValue().toString().matches("(?s).*\\p{IsHan}[,;:?!()].*|.*[,;?!(]\\p{IsHan}.*")));
    }

    /** A year is no quantity: 2,026 is nonsense. */
    @Test
    void yearsAreWrittenWithoutAComma() {
        var yearsThatAreTexts = Set.of("core.duty.period.");

        assertThat(Sources.messages()).allSatisfy(bundle -> assertThat(
                        Sources.properties(bundle).entrySet())
                .as(bundle.toString())
                .filteredOn(message -> yearsThatAreTexts.stream()
                        .noneMatch(beginning -> message.getKey().toString().startsWith(beginning)))
                .noneMatch(message -> message.getValue().toString().matches("(?s).*\\{\\d}年.*")));
    }

    @Test
    void noPlaceIsCalledByOneRegionsWord() {
        var ownWords = Sources.messages().stream()
                .map(Sources::properties)
                .flatMap(MessageCompletenessTests::regionalWords)
                .toList();

        assertThat(ownWords).isEmpty();
    }

    @Test
    void aRegionalWordIsNoticed() {
        var messages = new Properties();
        messages.putAll(Map.of(
                "core.a", "本村的月报",
                "core.b", "《中国共产党农村基层组织工作条例》第十八条",
                "core.c", "乡村振兴",
                "core.d", "本${place.village}的月报",
                "core.e", "乡镇审核"));

        assertThat(regionalWords(messages)).containsExactlyInAnyOrder("core.a=本村的月报", "core.e=乡镇审核");
    }

    /** Names of laws and of policies are no places. */
    private static Stream<String> regionalWords(Properties messages) {
        return messages.stringPropertyNames().stream()
                .filter(key -> !key.equals("core.brand"))
                .filter(key -> messages.getProperty(key)
                        .replaceAll("《[^》]*》", "")
                        .replaceAll("乡村振兴|农村|强村|村集体经济组织", "")
                        .matches("(?s).*(县|乡|镇|村|旗|苏木|嘎查|团场|连队|师市).*"))
                .map(key -> key + "=" + messages.getProperty(key));
    }

    /**
     * A message is asked for by its whole key, by a beginning that a page, a class, or the code of a rule or metric
     * completes, or by the name of an event.
     */
    @Test
    void everyMessageIsSaidSomewhere() {
        var mentioned = Stream.of(
                        Sources.java().stream().flatMap(file -> Sources.caught(LITERAL, Sources.text(file))),
                        Stream.concat(Sources.templates().stream(), Sources.migrations().stream())
                                .map(Sources::text),
                        Sources.messages().stream()
                                .flatMap(bundle -> Sources.properties(bundle).values().stream())
                                .map(Object::toString))
                .flatMap(texts -> texts)
                .flatMap(text -> Sources.caught(MENTION, text))
                .collect(Collectors.toSet());
        var beginnings = mentioned.stream().filter(this::isBeginning).toList();
        var classes = Sources.java().stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());

        assertThat(keys)
                .filteredOn(key -> !key.matches("(jakarta|typeMismatch|place)\\..*|typeMismatch|.*\\.module\\.name"))
                .filteredOn(key -> !mentioned.contains(key))
                .filteredOn(key -> !classes.contains(key.substring(key.lastIndexOf('.') + 1)))
                .filteredOn(key -> beginnings.stream().noneMatch(beginning -> begins(key, beginning)))
                .isEmpty();
    }

    private boolean isBeginning(String mentioned) {
        return !keys.contains(mentioned)
                && (mentioned.chars().filter(character -> character == '.').count() >= 2
                        || mentioned.endsWith("-")
                        || keys.contains(mentioned + ".title"));
    }

    private static boolean begins(String key, String beginning) {
        return key.startsWith(beginning) && (beginning.matches(".*[.-]") || key.startsWith(beginning + "."));
    }

    private List<String> missingFrom(List<Path> files, Function<String, Stream<String>> mentioned) {
        return files.stream()
                .flatMap(file -> mentioned
                        .apply(Sources.text(file))
                        .filter(key -> !known(key))
                        .map(key -> file.getFileName() + ": " + key))
                .distinct()
                .toList();
    }

    private boolean known(String mentioned) {
        return keys.contains(mentioned) || keys.stream().anyMatch(key -> key.startsWith(mentioned + "."));
    }

    private static String withoutAuthorities(String text) {
        return AUTHORITY.matcher(text).replaceAll("");
    }
}
