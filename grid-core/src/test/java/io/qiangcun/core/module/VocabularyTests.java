package io.qiangcun.core.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTests {

    @ParameterizedTest
    @CsvSource({"county, 本村待办 1 件", "banner, 本嘎查村待办 1 件", "division, 本连队待办 1 件", "city, 本行政村待办 1 件"})
    void sentencesSpeakTheRegionsWords(String region, String sentence) {
        var words = Vocabulary.read(
                List.of("messages/vocabulary_" + region + ".properties", "messages/vocabulary-test.properties"),
                List.of());

        assertThat(words.getMessage("test.todo", new Object[] {1}, Locale.CHINA))
                .isEqualTo(sentence);
    }

    @Test
    void noTwoBundlesSayTheSame() {
        var bundle = "messages/vocabulary_county.properties";

        assertThatThrownBy(() -> Vocabulary.read(List.of(bundle, bundle), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("place.");
    }

    @Test
    void anInstallationMaySayThingsDifferently() {
        var words = Vocabulary.read(
                List.of("messages/vocabulary_county.properties"),
                List.of("classpath:messages/vocabulary_banner.properties"));

        assertThat(words.getMessage("place.county", null, Locale.CHINA)).isEqualTo("旗");
    }

    @Test
    void aWordThatDoesNotExistIsNoticedAtStart() {
        assertThatThrownBy(() -> Vocabulary.read(List.of("messages/vocabulary-test.properties"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("place.village");
    }

    @Test
    void bracesOfValidationMessagesStayAsTheyAre() {
        var words = Vocabulary.read(
                List.of("messages/vocabulary_county.properties", "messages/vocabulary-test.properties"), List.of());

        assertThat(words.getMessage("test.size", null, Locale.CHINA)).isEqualTo("不超过 {max} 字");
    }
}
