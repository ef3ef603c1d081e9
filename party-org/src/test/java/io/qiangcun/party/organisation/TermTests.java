package io.qiangcun.party.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qiangcun.party.organisation.PartyRules.PartyRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TermTests {

    static final PartyRule FIVE_YEARS = rule(5);
    static final PartyRule ONE_YEAR = rule(1);
    static final LocalDate ELECTED = LocalDate.of(2021, 3, 1);

    @Test
    void lastsAsLongAsTheRuleSays() {
        assertThat(Term.electedOn(ELECTED, FIVE_YEARS).lastDay()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Property(tries = 300)
    void isExtendedByUpToAYearAndNotADayMore(@ForAll @IntRange(min = -10, max = 800) int days) {
        var term = Term.electedOn(ELECTED, FIVE_YEARS);
        var to = term.endsOn().plusDays(days);

        if (days > 0 && days <= 365) {
            assertThat(term.extended(to, "Approved", ONE_YEAR).lastDay()).isEqualTo(to);
        } else {
            assertThatExceptionOfType(TermRefused.class).isThrownBy(() -> term.extended(to, "Approved", ONE_YEAR));
        }
    }

    @Test
    void aTemporaryOneIsNotExtended() {
        var term = Term.temporary(ELECTED, ELECTED.plusMonths(2));

        assertThatExceptionOfType(TermRefused.class)
                .isThrownBy(() -> term.extended(ELECTED.plusMonths(3), "Approved", ONE_YEAR));
        assertThatExceptionOfType(TermRefused.class).isThrownBy(() -> Term.temporary(ELECTED, ELECTED));
    }

    private static PartyRule rule(int years) {
        return new PartyRule(BigDecimal.valueOf(years), "PARTY_REG", "Regulation", "Article", "Text");
    }
}
