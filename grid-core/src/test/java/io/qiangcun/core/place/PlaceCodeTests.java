package io.qiangcun.core.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceCodeTests {

    private static final PlaceCode COUNTY = new PlaceCode("150622");

    @ParameterizedTest
    @CsvSource({
        "15, PROVINCE",
        "1506, PREFECTURE",
        "150622, COUNTY",
        "150622001, TOWNSHIP",
        "150622001201, VILLAGE",
        "150622001201003, GRID",
        "150622001201003001, MICRO_GRID"
    })
    void knowsItsKind(String code, PlaceKind kind) {
        assertThat(new PlaceCode(code).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "150", "15062", "1506220", "15062200120100300100", "15062x", "15062:", "１５０６２２"})
    void isOnlyDigitsOfAKnownLength(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PlaceCode(text));
    }

    @Test
    void liesOneLevelBelowItsParent() {
        var village = COUNTY.child("001").child("201");

        assertThat(village.parent()).contains(COUNTY.child("001"));
        assertThat(new PlaceCode("15").parent()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> COUNTY.child("001201"));
    }

    @ParameterizedTest
    @CsvSource({"150524100200, 150524", "150524, 150524", "1505, 1505"})
    void liesInOneCountyUnlessItStandsAbove(String code, String county) {
        assertThat(new PlaceCode(code).county()).isEqualTo(new PlaceCode(county));
    }

    @Test
    void containsItselfAndAllBelow() {
        assertThat(COUNTY.contains(COUNTY)).isTrue();
        assertThat(COUNTY.contains(COUNTY.child("001").child("201"))).isTrue();
        assertThat(COUNTY.child("001").contains(COUNTY)).isFalse();
        assertThat(COUNTY.contains(new PlaceCode("150623"))).isFalse();
    }

    @Test
    void isTheRangeOfCodesFromItselfUpToHi() {
        assertThat(Stream.of("150623", COUNTY.hi(), "150622999999999999", "150622001", COUNTY.lo(), "150621999")
                        .sorted())
                .containsExactly("150621999", "150622", "150622001", "150622999999999999", "150622:", "150623");
    }
}
