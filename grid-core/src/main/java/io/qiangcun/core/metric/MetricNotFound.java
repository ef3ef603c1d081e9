package io.qiangcun.core.metric;

import io.qiangcun.core.error.NotFound;

/** No module knows such a metric. */
public class MetricNotFound extends NotFound {

    MetricNotFound(String code) {
        super("metric", code);
    }
}
