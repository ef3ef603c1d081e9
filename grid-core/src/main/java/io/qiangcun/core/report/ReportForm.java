package io.qiangcun.core.report;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a monthly report consists of: the sections of all modules. */
@Component
public class ReportForm {

    private final List<ReportSection> sections;

    ReportForm(ObjectProvider<ReportSection> sections) {
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(ReportSection::order))
                .toList();
    }

    public List<ReportSection> sections() {
        return sections;
    }

    /** The codes of all cells, in their order. */
    public List<String> metrics() {
        return sections.stream()
                .flatMap(section -> section.metrics().stream())
                .distinct()
                .toList();
    }

    void require(String metric) {
        if (!metrics().contains(metric)) {
            throw new ReportNotFound(metric);
        }
    }
}
