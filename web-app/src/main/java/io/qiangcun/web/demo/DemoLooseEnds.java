package io.qiangcun.web.demo;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.report.ReportForm;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is still under way today: reports returned, asked about and not yet read, warnings that the township urged. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoLooseEnds {

    private static final Jurisdiction COUNTY = Jurisdiction.within(DemoCounty.ROOT);

    private final JdbcClient database;
    private final ReportForm form;
    private final Clock clock;

    DemoLooseEnds(JdbcClient database, ReportForm form, Clock clock) {
        this.database = database;
        this.form = form;
        this.clock = clock;
    }

    void leave() {
        var month = YearMonth.now(clock).minusMonths(1);
        reopen(month, 12);
        giveBack(month, 4);
        ask(month, 4);
        urge();
    }

    /** So many reports, spread over the county, wait for their township again. */
    private void reopen(YearMonth month, int count) {
        ofMonth("""
            update monthly_report set state = 'CONFIRMED', reviewed_at = null, reviewed_by = null, version = version + 1
            where report_id in (
              select report_id from monthly_report
              where month = :month and state = 'REVIEWED' and place_code >= :lo and place_code < :hi
              order by md5(place_code) limit :count)
            """, month, count).update();
    }

    private void giveBack(YearMonth month, int count) {
        ofMonth("""
            update monthly_report set state = 'RETURNED', returned_at = :at, version = version + 1,
              return_reason = '主题党日参加人数与会议记录不一致，请核对记录后重新确认。'
            where report_id in (
              select report_id from monthly_report
              where month = :month and state = 'CONFIRMED' and place_code >= :lo and place_code < :hi
              order by md5(place_code) limit :count)
            """, month, count).param("at", lastEvening()).update();
    }

    private void ask(YearMonth month, int count) {
        if (form.metrics().isEmpty()) {
            return;
        }
        ofMonth("""
            insert into report_question (question_id, report_id, place_code, metric, question, asked_at, asked_by)
            select gen_random_uuid(), report_id, place_code, :metric, '与上月相差较大，请说明原因。', :at, :by
            from monthly_report
            where month = :month and state = 'CONFIRMED' and place_code >= :lo and place_code < :hi
            order by md5(place_code) limit :count
            """, month, count)
                .param("metric", form.metrics().get(0))
                .param("at", lastEvening())
                .param("by", "上级党委（" + DemoAccounts.holderName(2) + "）")
                .update();
    }

    private JdbcClient.StatementSpec ofMonth(String sql, YearMonth month, int count) {
        return database.sql(sql)
                .param("month", month.atDay(1))
                .param("lo", COUNTY.lo())
                .param("hi", COUNTY.hi())
                .param("count", count);
    }

    /** One in three of those that the townships hold. */
    private void urge() {
        database.sql("""
            with urged as (
              update warning set status = 'URGED', urges = 1, urged_at = :at, urged_by = :post, urge_note = :note,
                version = version + 1
              where ended_at is null and holder_level = 'TOWNSHIP' and place_code >= :lo and place_code < :hi
                and ascii(md5(subject)) % 3 = 0
              returning warning_id, place_code, level, holder_level
            )
            insert into warning_action (action_id, warning_id, place_code, kind, at, post, holder, note, level, holder_level)
            select gen_random_uuid(), warning_id, place_code, 'URGED', :at, :post, :holder, :note, level, holder_level
            from urged
            """)
                .param("at", lastEvening())
                .param("post", "上级党委")
                .param("holder", DemoAccounts.holderName(2))
                .param("note", "请于本周内补开并补录，确有困难请说明。")
                .param("lo", COUNTY.lo())
                .param("hi", COUNTY.hi())
                .update();
    }

    private OffsetDateTime lastEvening() {
        return LocalDate.now(clock)
                .minusDays(1)
                .atTime(17, 30)
                .atZone(clock.getZone())
                .toOffsetDateTime();
    }
}
