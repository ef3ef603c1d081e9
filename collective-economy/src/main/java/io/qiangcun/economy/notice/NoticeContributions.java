package io.qiangcun.economy.notice;

import static io.qiangcun.core.metric.MetricDefinition.Better.MORE;
import static io.qiangcun.core.metric.MetricDefinition.Better.NEUTRAL;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.core.dashboard.TodoProvider.Matter;
import io.qiangcun.core.dashboard.TodoProvider.Question;
import io.qiangcun.core.dashboard.TodoProvider.Urgency;
import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.economy.EconomyAuthorities;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What notices tell the rest of the house. */
@Configuration(proxyBeanMethods = false)
class NoticeContributions {

    private static final Question TO_ANSWER =
            Question.of(new Matter("economy.notice.todo.answer", "/economy/notices?waiting=true", Urgency.DUE), """
            economy_notice_question where place_code >= :lo and place_code < :hi and answer is null
            """);

    private static final String ASKED = """
            select q.place_code, q.asked_at::date as day, 1::numeric as amount, q.words as label,
              '/economy/notices/' || q.notice_id as href
            from economy_notice_question q
            where q.place_code >= :lo and q.place_code < :hi and q.asked_at >= :from and q.asked_at < :until
            """;

    @Bean
    TodoProvider noticeQuestionsToAnswer(CurrentAccount account) {
        return actor -> account.may(EconomyAuthorities.PUBLISH_NOTICES) ? Optional.of(TO_ANSWER) : Optional.empty();
    }

    @Bean
    MetricSource noticeMetrics() {
        return () -> List.of(
                MetricDefinition.sum("economy.notices", MetricUnit.ITEMS, MORE, """
                        select n.place_code, n.recorded_at::date as day, 1::numeric as amount, b.name as label,
                          '/economy/notices/' || n.notice_id as href
                        from economy_notice n join economy_book b on b.book_id = n.book_id
                        where n.place_code >= :lo and n.place_code < :hi and n.state = 'PUBLISHED' and n.recorded_at >= :from
                          and n.recorded_at < :until
                        """)
                        .knownForCertain(),
                MetricDefinition.sum("economy.notice-questions", MetricUnit.ITEMS, NEUTRAL, ASKED)
                        .knownForCertain(),
                MetricDefinition.sum(
                                "economy.notice-questions-answered",
                                MetricUnit.ITEMS,
                                MORE,
                                ASKED + " and q.answer is not null")
                        .knownForCertain());
    }
}
