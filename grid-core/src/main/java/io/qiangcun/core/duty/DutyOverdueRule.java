package io.qiangcun.core.duty;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.WarningRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds duties that are due soon or overdue: the one rule behind all reminders and escalations of duties. */
@Service
@Transactional(readOnly = true)
public class DutyOverdueRule implements WarningRule {

    public static final String CODE = "core.duty-overdue";

    private final JdbcClient database;
    private final Remedies remedies;
    private final MessageSource messages;

    DutyOverdueRule(JdbcClient database, Remedies remedies, MessageSource messages) {
        this.database = database;
        this.remedies = remedies;
        this.messages = messages;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        return database
                .sql("""
            with last_done as materialized (
              select duty_subject, rule_code, max(fulfilled_on) as fulfilled_on from duty
              where archived_at is null and fulfilled_on is not null and place_code >= :lo and place_code < :hi
              group by duty_subject, rule_code
            )
            select d.duty_id, d.place_code, d.rule_code, d.record_kind, d.duty_subject, d.subject_name,
              d.period_from, d.period_to, d.due_on,
              r.title, r.basis_kind, r.basis_source, r.basis_article, r.basis_text,
              l.fulfilled_on as last_done_on
            from duty d join duty_rule r on r.rule_id = d.rule_id
              left join last_done l on l.duty_subject = d.duty_subject and l.rule_code = d.rule_code
            where d.archived_at is null and d.fulfilled_on is null and d.waiver_id is null
              and d.remind_on <= :today and d.opens_on <= :today
              and d.place_code >= :lo and d.place_code < :hi
            """)
                .param("today", today)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((rs, i) -> finding(rs))
                .list()
                .stream();
    }

    private Finding finding(ResultSet rs) throws SQLException {
        var duty = new OwedDuty(
                rs.getObject("duty_id", UUID.class),
                rs.getString("rule_code"),
                rs.getString("record_kind"),
                rs.getObject("duty_subject", UUID.class),
                new PlaceCode(rs.getString("place_code")),
                rs.getObject("period_from", LocalDate.class),
                rs.getObject("period_to", LocalDate.class));
        var period = new DutyPeriod(duty.periodFrom(), duty.periodTo());
        var label = messages.getMessage(period.labelKey(), period.labelArguments(), Locale.CHINA);
        return new Finding(
                duty.id().toString(),
                duty.place(),
                List.of(rs.getString("subject_name"), label, rs.getString("title")),
                rs.getObject("due_on", LocalDate.class),
                Finding.Basis.of(rs),
                remedies.href(duty).orElse("/core/duties/" + duty.id()),
                facts(rs, label));
    }

    private static List<Fact> facts(ResultSet rs, String period) throws SQLException {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("core.duty.fact.subject", rs.getString("subject_name")));
        facts.add(new Fact("core.duty.fact.owed", rs.getString("title")));
        facts.add(new Fact("core.duty.fact.period", period));
        facts.add(new Fact("core.duty.fact.due", rs.getString("due_on")));
        facts.add(new Fact("core.duty.fact.records", "0"));
        var last = rs.getString("last_done_on");
        if (last != null) {
            facts.add(new Fact("core.duty.fact.last-done", last));
        }
        return facts;
    }
}
