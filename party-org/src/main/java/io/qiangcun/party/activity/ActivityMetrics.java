package io.qiangcun.party.activity;

import static io.qiangcun.core.metric.MetricDefinition.Better.MORE;
import static io.qiangcun.core.metric.MetricDefinition.Better.NEUTRAL;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What organisational life amounts to: only submitted records count, each with the edition that is true now. */
@Component
class ActivityMetrics implements MetricSource {

    @Override
    public List<MetricDefinition> metrics() {
        return Stream.concat(Arrays.stream(ActivityKind.values()).map(ActivityMetrics::count), sums())
                .toList();
    }

    /** How often something of the kind was held. */
    static String codeOf(ActivityKind kind) {
        return switch (kind) {
            case MEMBERS_MEETING -> "party.members-meetings";
            case COMMITTEE_MEETING -> "party.committee-meetings";
            case GROUP_MEETING -> "party.group-meetings";
            case LECTURE -> "party.lectures";
            case THEME_DAY -> "party.theme-days";
            case ORG_LIFE_MEETING -> "party.org-life-meetings";
            case DEMOCRATIC_REVIEW -> "party.democratic-reviews";
            case TALK -> "party.talks";
            case TRAINING -> "party.trainings";
        };
    }

    private static MetricDefinition count(ActivityKind kind) {
        return MetricDefinition.sum(codeOf(kind), MetricUnit.TIMES, MORE, rows("1", "kind = '" + kind.name() + "'"));
    }

    private static Stream<MetricDefinition> sums() {
        return Stream.of(
                MetricDefinition.sum(
                        "party.attendance-expected",
                        MetricUnit.PEOPLE,
                        NEUTRAL,
                        rows("expected_count", "kind <> 'TALK'")),
                MetricDefinition.sum(
                        "party.attendance-present",
                        MetricUnit.PEOPLE,
                        NEUTRAL,
                        rows("present_count", "kind <> 'TALK'")),
                MetricDefinition.share(
                        "party.attendance", MORE, "party.attendance-present", "party.attendance-expected"),
                MetricDefinition.sum(
                        "party.decisions", MetricUnit.ITEMS, NEUTRAL, rows("decision_count", "decision_count > 0")),
                MetricDefinition.sum("party.study-hours", MetricUnit.HOURS, MORE, rows("hours", "hours is not null")));
    }

    private static String rows(String amount, String which) {
        return """
                select place_code, held_on as day, %s::numeric as amount, topic as label,
                  '/party/activities/' || activity_id as href
                from party_activity
                where place_code >= :lo and place_code < :hi and held_on >= :from and held_on < :until
                  and status = 'SUBMITTED' and %s
                """.formatted(amount, which);
    }
}
