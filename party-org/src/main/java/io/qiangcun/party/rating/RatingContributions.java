package io.qiangcun.party.rating;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.procedure.StepMetric;
import io.qiangcun.core.report.ReportSection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What ratings give to the engines: that they were held, never what somebody scored. */
@Configuration(proxyBeanMethods = false)
class RatingContributions {

    @Bean
    ReportSection ratingReport() {
        return new ReportSection(
                "party.report.ratings",
                135,
                List.of(
                        "party.rating-rounds",
                        "party.rating-awards",
                        "party.rating-models",
                        "party.outstanding-members"));
    }

    @Bean
    MetricSource ratingMetrics() {
        return () -> List.of(
                MetricDefinition.sum("party.rating-rounds", MetricUnit.TIMES, Better.MORE, """
                        select r.place_code, r.opened_on as day, 1::numeric as amount, o.name as label,
                          '/party/ratings/rounds/' || r.round_id as href
                        from party_rating_round r join party_organisation o on o.organisation_id = r.organisation_id
                        where r.place_code >= :lo and r.place_code < :hi and r.opened_on >= :from and r.opened_on < :until
                        """),
                MetricDefinition.sum("party.rating-awards", MetricUnit.PEOPLE, Better.NEUTRAL, awards("a.stars > 0")),
                MetricDefinition.sum("party.rating-models", MetricUnit.PEOPLE, Better.NEUTRAL, awards("a.model")),
                StepMetric.done("party.outstanding-members", "party.outstanding-member", "award", MetricUnit.PEOPLE));
    }

    private static String awards(String which) {
        return """
                select a.place_code, a.awarded_on as day, 1::numeric as amount, coalesce(h.name, '—') as label,
                  '/party/ratings/stars/' || a.award_id as href
                from party_rating_award a left join party_member m on m.member_id = a.member_id
                  left join person h on h.person_id = m.person_id
                where a.place_code >= :lo and a.place_code < :hi and a.awarded_on >= :from and a.awarded_on < :until and %s
                """.formatted(which);
    }
}
