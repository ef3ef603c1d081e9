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
                StepMetric.done("party.decisions-made", "party.village-decision", "resolve", MetricUnit.ITEMS));
    }
}
