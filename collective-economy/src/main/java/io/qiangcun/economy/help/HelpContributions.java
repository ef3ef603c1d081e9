package io.qiangcun.economy.help;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.number.NumberSubject;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.report.ReportSection;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.QueriedRules;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.economy.EconomyAuthorities;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the help for weak villages gives to the engines. */
@Configuration(proxyBeanMethods = false)
class HelpContributions {

    private static final String WEAK = """
            select w.place_code, w.listed_on as day, 1::numeric as amount, p.name as label, '/economy/help/' || w.place_code as href
            from economy_weak_village w join place p on p.place_code = w.place_code
            where w.place_code >= :lo and w.place_code < :hi and w.listed_on < :until
              and (w.unlisted_on is null or w.unlisted_on >= :until) and %s
            """;

    private static final String HELPED = """
            exists (select from economy_helper h where h.place_code = w.place_code and h.main and h.from_on < :until
              and (h.ended_on is null or h.ended_on >= :until) and h.kind in (%s))
            """;

    @Bean
    NavigationEntry helpNavigation() {
        return new NavigationEntry("economy.help.title", "/economy/help", 440, EconomyAuthorities.READ_HELP);
    }

    @Bean
    NumberSubject helpNumbers() {
        return new NumberSubject("economy.number.subject.HELP", 204, "economy.help.");
    }

    @Bean
    MetricSource helpMetrics() {
        return () -> List.of(
                count("economy.weak-villages", Better.LESS, "true"),
                count(
                        "economy.weak-villages-helped",
                        Better.MORE,
                        HELPED.formatted("'COUNTY_LEADER', 'RICH_VILLAGE', 'ENTERPRISE', 'OTHER'")),
                count("economy.weak-villages-by-leader", Better.NEUTRAL, HELPED.formatted("'COUNTY_LEADER'")),
                count("economy.weak-villages-by-village", Better.NEUTRAL, HELPED.formatted("'RICH_VILLAGE'")),
                count("economy.weak-villages-by-enterprise", Better.NEUTRAL, HELPED.formatted("'ENTERPRISE'")),
                MetricDefinition.share(
                                "economy.weak-villages-cover",
                                Better.MORE,
                                "economy.weak-villages-helped",
                                "economy.weak-villages")
                        .knownForCertain());
    }

    private static MetricDefinition count(String code, Better better, String which) {
        return MetricDefinition.sum(code, MetricUnit.UNITS, better, WEAK.formatted(which))
                .knownForCertain();
    }

    @Bean
    ReportSection helpSection() {
        return new ReportSection(
                "economy.report.help",
                320,
                List.of(
                        "economy.weak-villages",
                        "economy.weak-villages-by-leader",
                        "economy.weak-villages-by-village",
                        "economy.weak-villages-by-enterprise",
                        "economy.weak-villages-cover"));
    }

    /** A weak village that nobody helps. */
    @Bean
    WarningRule helpMissing(QueriedRules rules) {
        return rules.rule(
                "economy.help-missing",
                """
                select w.place_code, p.name, w.listed_on, m.since, m.since + d.amount::int as due_on, %s
                from economy_weak_village w join place p on p.place_code = w.place_code
                  cross join lateral (select greatest(w.listed_on, max(e.ended_on)) as since from economy_helper e
                    where e.place_code = w.place_code and e.main) m %s
                where w.place_code >= :lo and w.place_code < :hi and w.unlisted_on is null
                  and not exists (select from economy_helper h where h.place_code = w.place_code and h.main and h.ended_on is null)
                """.formatted(QueriedRules.BASIS, QueriedRules.by("economy.help.missing-days")),
                HelpContributions::finding);
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        var place = row.getString("place_code");
        return new Finding(
                place,
                new PlaceCode(place),
                List.of(row.getString("name"), row.getString("since")),
                row.getObject("due_on", LocalDate.class),
                Finding.Basis.of(row),
                "/economy/help/" + place,
                List.of(new Fact("economy.help.field.listed-on", row.getString("listed_on"))));
    }
}
