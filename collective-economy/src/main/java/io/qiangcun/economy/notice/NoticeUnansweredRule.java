package io.qiangcun.economy.notice;

import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Basis;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.WarningRule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds questions about notices that wait for their answer longer than they may. */
@Service
@Transactional(readOnly = true)
class NoticeUnansweredRule implements WarningRule {

    private final JdbcClient database;
    private final RuleParameters parameters;

    NoticeUnansweredRule(JdbcClient database, RuleParameters parameters) {
        this.database = database;
        this.parameters = parameters;
    }

    @Override
    public String code() {
        return "economy.notice-unanswered";
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var days = parameters.parameter("economy.notice.answer-days", today);
        return database
                .sql("""
                select q.question_id, q.notice_id, q.place_code, p.name as place_name, q.due_on, q.asked_at::date as asked_on
                from economy_notice_question q join place p on p.place_code = q.place_code
                where q.place_code >= :lo and q.place_code < :hi and q.answer is null and q.due_on <= :today
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("today", today)
                .query(Waiting.class)
                .list()
                .stream()
                .map(question -> new Finding(
                        question.questionId().toString(),
                        new PlaceCode(question.placeCode()),
                        List.of(question.placeName(), question.askedOn().toString()),
                        question.dueOn(),
                        new Basis(days.basis(), days.source(), "", ""),
                        "/economy/notices/" + question.noticeId(),
                        List.of(new Fact(
                                "economy.notice.field.due", question.dueOn().toString()))));
    }

    private record Waiting(
            UUID questionId, UUID noticeId, String placeCode, String placeName, LocalDate dueOn, LocalDate askedOn) {}
}
