package io.qiangcun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the Content-Security-Policy would block, and what would let text in as markup, is not even written. */
class TemplateSafetyTests {

    private static final Pattern UNESCAPED = Pattern.compile("th:utext|\\[\\(");
    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*\\bsrc=)(?![^>]*type=\"application/json\")");
    private static final Pattern HANDLER = Pattern.compile("\\s(?:th:)?on[a-z]+\\s*=|hx-on|javascript:|hx-vals=\"js:");
    private static final Pattern INLINE_STYLE = Pattern.compile("\\sstyle\\s*=|th:style|<style");
    private static final Pattern PREPROCESSED = Pattern.compile("__\\$\\{(?!field})");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:src|href)=\"(?:https?:)?//");

    private static final Pattern TAG = Pattern.compile("<[\\w:]+(?:\\s+[\\w:-]+(?:=\"[^\"]*\")?)*");
    private static final Pattern CONDITION = Pattern.compile(" th:(if|unless)=");

    @Test
    void escapeEveryText() {
        assertThat(templatesWith(UNESCAPED)).isEmpty();
    }

    @Test
    void carryNoScriptAndNoHandler() {
        assertThat(templatesWith(INLINE_SCRIPT)).isEmpty();
        assertThat(templatesWith(HANDLER)).isEmpty();
    }

    @Test
    void carryNoStyle() {
        assertThat(templatesWith(INLINE_STYLE)).isEmpty();
    }

    @Test
    void evaluateNothingTwiceButTheNamesOfFields() {
        assertThat(templatesWith(PREPROCESSED)).isEmpty();
    }

    @Test
    void loadNothingFromElsewhere() {
        assertThat(templatesWith(ELSEWHERE)).isEmpty();
    }

    /** A fragment replaces its host before the condition of the host is read. */
    @Test
    void replaceNothingUnderAConditionOnTheSameElement() {
        assertThat(Sources.templates().stream()
                        .flatMap(template ->
                                TAG.matcher(Sources.text(template)).results().map(MatchResult::group))
                        .filter(tag -> tag.contains(" th:replace=")
                                && CONDITION.matcher(tag).find()))
                .isEmpty();
    }

    private static List<String> templatesWith(Pattern pattern) {
        var templates = Sources.templates();
        assertThat(templates).isNotEmpty();
        return templates.stream()
                .filter(template -> pattern.matcher(Sources.text(template)).find())
                .map(Path::toString)
                .toList();
    }
}
