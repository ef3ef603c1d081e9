package io.qiangcun.economy.cooperative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CreditCodeTests {

    /** Published codes of well-known organisations. */
    @Test
    void knowsCodesInUse() {
        assertThat(CreditCode.isCode("91350100M000100Y43")).isTrue();
        assertThat(CreditCode.isCode("91440300708461136T")).isTrue();
    }

    @Test
    void noticesEverySingleMistypedSign() {
        var code = "91350100M000100Y43";
        for (var at = 0; at < code.length(); at++) {
            var other = code.charAt(at) == '7' ? '8' : '7';
            assertThat(CreditCode.isCode(code.substring(0, at) + other + code.substring(at + 1)))
                    .as("sign " + at)
                    .isFalse();
        }
    }

    @Test
    void isNothingElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CreditCode("93150524MA0NLXW12"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CreditCode("91350100I000100Y43"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CreditCode(""));
    }
}
