package io.qiangcun.core.report;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface MonthlyReports extends Repository<MonthlyReport, ReportId>, ScopedReads<MonthlyReport, ReportId> {

    MonthlyReport save(MonthlyReport report);
}
