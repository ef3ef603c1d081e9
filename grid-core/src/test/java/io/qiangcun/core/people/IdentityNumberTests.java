package io.qiangcun.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityNumberTests {

    @Test
    void tellsBirthDateAndSexAndHidesTheRest() {
        var number = IdentityNumber.typed(" 11010519491231002x ");

        assertThat(number.bornOn()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(number.sex()).isEqualTo(Sex.FEMALE);
        assertThat(number.masked()).isEqualTo("110105********002X");
        assertThat(number).hasToString("110105********002X");
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002, form",
        "110105194912310020, check",
        "110105194913310028, date",
        "11010519490231002X, date",
        "A1010519491231002X, form",
    })
    void refusesWhatIsNone(String typed, String why) {
        assertThatExceptionOfType(IdentityNumber.Invalid.class)
                .isThrownBy(() -> IdentityNumber.typed(typed))
                .satisfies(no -> assertThat(no.messageKey()).isEqualTo("core.people.identity-number." + why));
    }

    @Property(tries = 200)
    void noticesOneWrongDigit(
            @ForAll @IntRange(min = 0, max = 999) int order,
            @ForAll @IntRange(min = 0, max = 20_000) int day,
            @ForAll @IntRange(min = 0, max = 5) int at,
            @ForAll @IntRange(min = 1, max = 8) int off) {
        var number = numbered(day, order).value();
        var digit = number.charAt(at) - '0';
        var wrong = (digit + off) % 10;
        var changed = number.substring(0, at) + wrong + number.substring(at + 1);
        if (at > 0 || wrong > 0) {
            assertThatExceptionOfType(IdentityNumber.Invalid.class).isThrownBy(() -> new IdentityNumber(changed));
        }
    }

    /** A valid number of nobody. */
    static IdentityNumber numbered(int day, int order) {
        var born = LocalDate.of(1950, 1, 1).plusDays(day);
        var digits = "999999" + born.toString().replace("-", "") + "%03d".formatted(order);
        return new IdentityNumber(digits + IdentityNumber.checkOf(digits));
    }
}
