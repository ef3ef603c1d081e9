package io.qiangcun.core.metric;

import java.util.List;

/** The metrics a module knows. Declare it as a bean. */
public interface MetricSource {

    List<MetricDefinition> metrics();
}
