package io.qiangcun.party.standard;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.organisation.OrganisationBrief;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether organisational life was held as required: the duties that fell due, and the records that fulfilled them. */
@Service
@Transactional(readOnly = true)
class DutyAnswers implements Answers {

    private static final String QUESTION = "party.duty.";
    private static final String RULE = "party.";

    private static final List<String> RULES = List.of(
            "members-meeting",
            "committee-meeting",
            "group-meeting",
            "theme-day",
            "lecture",
            "organisational-life-meeting",
            "democratic-review",
            "talk");

    private final JdbcClient database;

    DutyAnswers(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<String> questions() {
        return RULES.stream().map(rule -> QUESTION + rule).toList();
    }

    @Override
    public Map<String, Answer> answers(
            Jurisdiction jurisdiction, OrganisationBrief branch, LocalDate from, LocalDate until) {
        var due = database
                .sql("""
                select d.rule_code, r.title, d.period_from, d.fulfilled_on, d.waiver_id is not null as waived,
                  coalesce(d.record_href, '/core/duties/' || d.duty_id) as href
                from duty d join duty_rule r on r.rule_id = d.rule_id
                where d.place_code >= :lo and d.place_code < :hi and d.duty_subject = :branch and d.archived_at is null
                  and d.due_on >= :from and (d.due_on < :until or d.fulfilled_on is not null and d.period_from < :until)
                order by d.rule_code, d.period_from
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("branch", branch.id().value())
                .param("from", from)
                .param("until", until)
                .query(Due.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Due::ruleCode));
        var answers = new HashMap<String, Answer>();
        for (var rule : RULES) {
            answers.put(
                    QUESTION + rule,
                    Answer.of(due.getOrDefault(RULE + rule, List.of()).stream()
                            .map(Due::fact)
                            .toList()));
        }
        return answers;
    }

    private record Due(
            String ruleCode,
            String title,
            LocalDate periodFrom,
            @Nullable LocalDate fulfilledOn,
            boolean waived,
            String href) {

        Fact fact() {
            var month = periodFrom.toString().substring(0, "2026-01".length());
            var done = fulfilledOn == null ? "" : " " + fulfilledOn;
            return new Fact(month + " " + title + done, href, fulfilledOn != null || waived);
        }
    }
}
