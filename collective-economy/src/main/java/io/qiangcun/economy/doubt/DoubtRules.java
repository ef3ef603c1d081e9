package io.qiangcun.economy.doubt;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Basis;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.WarningRule;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings doubts to the desk of the township: what they ask, not what anybody did. */
@Configuration(proxyBeanMethods = false)
class DoubtRules {

    @Bean
    WarningRule doubtRoundTrip(DoubtFindings findings) {
        return findings.rule(DoubtKind.ROUND_TRIP);
    }

    @Bean
    WarningRule doubtYearEnd(DoubtFindings findings) {
        return findings.rule(DoubtKind.YEAR_END);
    }

    @Bean
    WarningRule doubtRent(DoubtFindings findings) {
        return findings.rule(DoubtKind.RENT);
    }

    @Bean
    WarningRule doubtUnpaid(DoubtFindings findings) {
        return findings.rule(DoubtKind.UNPAID);
    }

    @Component
    @Transactional(readOnly = true)
    static class DoubtFindings {

        private final Doubts doubts;

        DoubtFindings(Doubts doubts) {
            this.doubts = doubts;
        }

        WarningRule rule(DoubtKind kind) {
            return new WarningRule() {
                @Override
                public String code() {
                    return kind.rule();
                }

                @Override
                public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
                    return asked(jurisdiction, today).stream()
                            .filter(doubt -> doubt.kind() == kind)
                            .map(DoubtFindings::finding);
                }
            };
        }

        private List<Doubt> asked(Jurisdiction jurisdiction, LocalDate today) {
            return doubts.asked(jurisdiction, today);
        }

        private static Finding finding(Doubt doubt) {
            return new Finding(
                    doubt.id().toString(),
                    doubt.place(),
                    List.of(doubt.placeName(), yuan(doubt), doubt.words()),
                    doubt.day(),
                    new Basis("DESIGN", "", "", ""),
                    doubt.id().href(),
                    List.of(
                            new Fact("economy.doubt.field.book", doubt.bookName()),
                            new Fact("economy.doubt.field.day", doubt.day().toString()),
                            new Fact("economy.doubt.field.amount", yuan(doubt))));
        }

        private static String yuan(Doubt doubt) {
            return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(doubt.amount());
        }
    }
}
