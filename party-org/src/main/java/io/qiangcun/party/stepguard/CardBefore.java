package io.qiangcun.party.stepguard;

import io.qiangcun.core.procedure.FieldSource;
import io.qiangcun.core.procedure.StepGuard.Attempt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether somebody was given a yellow card for the period before: the first half of a year comes after the whole year
 * before it, a whole year after its first half. A card that was taken back on appeal was never given.
 */
@Component
class CardBefore implements FieldSource {

    private static final String HALF = "half";

    private final JdbcClient database;

    CardBefore(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return "party.card-before";
    }

    @Override
    public Answer answer(Attempt attempt) {
        var year = attempt.evidence().getOrDefault("year", "").strip();
        var period = attempt.evidence().getOrDefault("period", "");
        if (!year.matches("[12][0-9]{3}") || period.isEmpty()) {
            return Answer.unknown("party.procedure.card-no-period");
        }
        var half = period.equals(HALF);
        var given = database.sql("""
                select exists (
                  select from procedure_case c
                    join procedure_act r on r.case_id = c.case_id and r.step_code = 'report' and r.withdrawn_at is null
                    join procedure_act d on d.case_id = c.case_id and d.step_code = 'decide' and d.withdrawn_at is null
                  where c.template_code = :template and c.subject_id = :subject and c.case_id <> :case
                    and d.outcome = 'issued'
                    and r.evidence::jsonb ->> 'colour' = 'yellow'
                    and r.evidence::jsonb ->> 'period' = :period and r.evidence::jsonb ->> 'year' = :year
                    and not exists (select from procedure_act a where a.case_id = c.case_id
                      and a.step_code = 'appeal-decision' and a.outcome = 'overturned' and a.withdrawn_at is null))
                """)
                .param("template", attempt.template())
                .param("subject", attempt.subject())
                .param("case", attempt.caseId().value())
                .param("period", half ? "year" : HALF)
                .param("year", Integer.toString(Integer.parseInt(year) - (half ? 1 : 0)))
                .query(Boolean.class)
                .single();
        return Answer.known(given ? "yes" : "no");
    }
}
