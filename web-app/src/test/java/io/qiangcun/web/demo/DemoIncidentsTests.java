package io.qiangcun.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.grid.incident.Figure;
import io.qiangcun.grid.incident.PastIncident;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoIncidentsTests {

    private final PastIncident flood =
            DemoIncidents.flood(DemoCounty.compose().places(), Instant.parse("2026-07-21T06:20:00Z"));

    @Test
    void haveTheFiguresThatWereReportedOfTheTownship() {
        var last = flood.reports().stream()
                .filter(PastIncident.PastReport::complete)
                .toList();

        assertThat(flood.reports()).hasSize(60);
        assertThat(last).extracting(PastIncident.PastReport::place).doesNotHaveDuplicates();
        assertThat(last.stream()
                        .mapToInt(report -> report.figures().number(Figure.EVACUATED))
                        .sum())
                .isEqualTo(68);
        assertThat(last.stream()
                        .mapToInt(report -> report.figures().number(Figure.HAZARDS_REMOVED))
                        .sum())
                .isEqualTo(20);
    }

    @Test
    void areReportedWhileTheyLast() {
        assertThat(flood.reports())
                .allMatch(report ->
                        report.at().isAfter(flood.beganAt()) && report.at().isBefore(flood.endedAt()));
    }
}
