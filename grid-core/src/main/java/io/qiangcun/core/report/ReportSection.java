package io.qiangcun.core.report;

import java.util.List;

/**
 * One section of the monthly report: metrics in their order, nothing else. Declare it as a bean of the contributing
 * module. The title is the message {@code <code>.title}.
 *
 * @param code stable, dotted, starting with the module code: {@code party.report.organisational-life}
 */
public record ReportSection(String code, int order, List<String> metrics) {

    public ReportSection {
        metrics = List.copyOf(metrics);
    }
}
