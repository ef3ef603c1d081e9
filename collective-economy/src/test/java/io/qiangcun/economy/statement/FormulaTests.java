package io.qiangcun.economy.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "BD(101)+BD(102); 60",
                "BC(101); -10",
                "BD(112)+DD(113); 37",
                "BC(211)+DC(113); 3",
                "TC(501..503)-TD(511); 8",
                "BC(321) + BC(322) - BD(521); 0",
                "R1-R2a; 6",
                "MV(32201,311); 9",
                "OC(322); 4",
                "GD(32201)-MV(32201,311); 2"
            })
    void addsUpWhatItSays(String formula, BigDecimal expected) {
        var rows = Map.of("1", new BigDecimal(10), "2a", new BigDecimal(4));

        assertThat(Formula.parse(formula).evaluate(new Ledger(), key -> rows.getOrDefault(key, BigDecimal.ZERO)))
                .isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BD(10)",
                "XX(101)",
                "BD(101) BD(102)",
                "BD(101)*2",
                "MV(101)",
                "BD(101,102)",
                "R",
                "BD(101)+"
            })
    void cannotReadAnythingElse(String formula) {
        assertThatThrownBy(() -> Formula.parse(formula)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsWhoseVouchersStandBehindIt() {
        assertThat(Formula.parse("BD(112)+DD(113)-R3").accounts()).containsExactly("112", "113");
    }

    private static final class Ledger implements Figures {

        private static BigDecimal of(Map<String, Integer> amounts, String account) {
            return BigDecimal.valueOf(amounts.getOrDefault(account, 0));
        }

        @Override
        public BigDecimal balance(String account) {
            return of(Map.of("101", 10, "102", 50, "112", 30), account);
        }

        @Override
        public BigDecimal debitDetails(String account) {
            return of(Map.of("113", 7), account);
        }

        @Override
        public BigDecimal creditDetails(String account) {
            return of(Map.of("113", 3), account);
        }

        @Override
        public BigDecimal turnover(String account) {
            return of(Map.of("501", -8, "503", -2, "511", 2), account);
        }

        @Override
        public BigDecimal debits(String account) {
            return of(Map.of("32201", 11), account);
        }

        @Override
        public BigDecimal credits(String account) {
            return BigDecimal.ZERO;
        }

        @Override
        public BigDecimal moved(String debited, String credited) {
            return of(Map.of("32201311", 9), debited + credited);
        }

        @Override
        public BigDecimal opening(String account) {
            return of(Map.of("322", -4), account);
        }
    }
}
