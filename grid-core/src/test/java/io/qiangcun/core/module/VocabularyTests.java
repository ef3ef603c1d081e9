package io.qiangcun.core.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTests {

    @ParameterizedTest
    @CsvSource({"county, 本村待办 1 件", "banner, 本嘎查村待办 1 件", "division, 本连队待办 1 件", "city, 本行政村待办 1 件"})
    void sentencesSpeakTheRegionsWords(String region, String sentence) {
        var words = Vocabulary.read(
                List.of("messages/vocabulary_" + region + ".properties", "messages/vocabulary-test.properties"),
                List.of(),
                Stream::empty);

        assertThat(words.getMessage("test.todo", new Object[] {1}, Locale.CHINA))
                .isEqualTo(sentence);
    }

    /** A change of one of these words is a decision, not a slip. */
    @ParameterizedTest
    @CsvSource({
        "county, 县 县直机关 乡镇 街道 村 社区 单位 网格 村民委员会 村务公开",
        "banner, 旗 旗直机关 苏木乡镇 街道 嘎查村 社区 单位 网格 嘎查村民委员会 村务公开",
        "division, 师市 师市机关 团场 街道 连队 社区 单位 网格 连队管理委员会 连务公开",
        "city, 区 区直机关 街道（镇） 街道 行政村 涉农社区 单位 网格 村民委员会 村务公开"
    })
    void regionsCallTheirPlacesSo(String region, String words) {
        var pack = Vocabulary.read(List.of("messages/vocabulary_" + region + ".properties"), List.of(), Stream::empty);

        assertThat(Stream.of(
                                "county",
                                "organs",
                                "township",
                                "subdistrict",
                                "village",
                                "community",
                                "unit",
                                "grid",
                                "committee",
                                "affairs")
                        .map(word -> pack.getMessage("place." + word, null, Locale.CHINA)))
                .containsExactly(words.split(" "));
    }

    @Test
    void noTwoBundlesSayTheSame() {
        var bundle = "messages/vocabulary_county.properties";

        assertThatThrownBy(() -> Vocabulary.read(List.of(bundle, bundle), List.of(), Stream::empty))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("place.");
    }

    @Test
    void anInstallationMaySayThingsDifferently() {
        var words = Vocabulary.read(
                List.of("messages/vocabulary_county.properties"),
                List.of("classpath:messages/vocabulary_banner.properties"),
                Stream::empty);

        assertThat(words.getMessage("place.county", null, Locale.CHINA)).isEqualTo("旗");
    }

    @Test
    void aWordThatDoesNotExistIsNoticedAtStart() {
        assertThatThrownBy(
                        () -> Vocabulary.read(List.of("messages/vocabulary-test.properties"), List.of(), Stream::empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("place.village");
    }

    @Test
    void bracesOfValidationMessagesStayAsTheyAre() {
        var words = Vocabulary.read(
                List.of("messages/vocabulary_county.properties", "messages/vocabulary-test.properties"),
                List.of(),
                Stream::empty);

        assertThat(words.getMessage("test.size", null, Locale.CHINA)).isEqualTo("不超过 {max} 字");
    }
}
