package io.qiangcun.party.stepguard;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.procedure.StepMetric;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many applied, were admitted and became full members, and how many decisions were made. */
@Component
class ProcedureFigures implements MetricSource {

    private static final String MEMBERSHIP = "party.membership";

    @Override
    public List<MetricDefinition> metrics() {
        return List.of(
                StepMetric.done("party.membership-applied", MEMBERSHIP, "application", MetricUnit.PEOPLE),
                StepMetric.done("party.membership-admitted", MEMBERSHIP, "admission-meeting", MetricUnit.PEOPLE),
                StepMetric.done("party.membership-converted", MEMBERSHIP, "conversion-approval", MetricUnit.PEOPLE),
                StepMetric.done("party.decisions-made", "party.village-decision", "resolve", MetricUnit.ITEMS),
                StepMetric.done("party.cadres-rewarded", "party.cadre-reward", "decide", MetricUnit.PEOPLE),
                StepMetric.done("party.cadres-suspended", "party.cadre-suspension", "decide", MetricUnit.PEOPLE),
                StepMetric.done("party.cadres-exited", "party.cadre-exit", "filing", MetricUnit.PEOPLE),
                StepMetric.done("party.cards-issued", "party.card", "decide", MetricUnit.PEOPLE),
                StepMetric.done("party.rectified", "party.rectification", "county-check", MetricUnit.ITEMS),
                StepMetric.done("party.qualified", "party.qualification", "conclusion", MetricUnit.PEOPLE),
                StepMetric.done("party.appraised", "party.appraisal", "grade", MetricUnit.PEOPLE),
                StepMetric.done(
                        "party.commitments-secretaries", "party.commitment-secretary", "review", MetricUnit.PEOPLE),
                StepMetric.done("party.midterm-analysed", "party.midterm", "rating", MetricUnit.PEOPLE));
    }
}
