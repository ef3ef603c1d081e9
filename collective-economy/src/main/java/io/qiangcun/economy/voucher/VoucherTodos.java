package io.qiangcun.economy.voucher;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.core.dashboard.TodoProvider.Matter;
import io.qiangcun.core.dashboard.TodoProvider.Question;
import io.qiangcun.core.dashboard.TodoProvider.Urgency;
import io.qiangcun.economy.EconomyAuthorities;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What waits at the desks of those who write vouchers and of those who look them over. */
@Configuration(proxyBeanMethods = false)
class VoucherTodos {

    private static final Question TO_REVIEW = new Question(
            """
            select array[
              (select count(*) from economy_voucher where place_code >= :lo and place_code < :hi and state = 'SUBMITTED'
                and recorded_by <> :login and recorded_by_person <> :holder),
              (select count(*) from economy_voucher where place_code >= :lo and place_code < :hi and state = 'REVIEWED')]
            """,
            List.of(
                    new Matter("economy.voucher.todo.review", "/economy/books?waiting=true", Urgency.WAITING),
                    new Matter("economy.voucher.todo.post", "/economy/books?waiting=true", Urgency.WAITING)));

    private static final Question GIVEN_BACK =
            Question.of(new Matter("economy.voucher.todo.returned", "/economy/books?waiting=true", Urgency.DUE), """
            economy_voucher where place_code >= :lo and place_code < :hi and state = 'DRAFT'
              and returned_reason is not null and recorded_by = :login
            """);

    @Bean
    TodoProvider vouchersToReview(CurrentAccount account) {
        return actor -> account.may(EconomyAuthorities.REVIEW_VOUCHERS) ? Optional.of(TO_REVIEW) : Optional.empty();
    }

    @Bean
    TodoProvider vouchersGivenBack(CurrentAccount account) {
        return actor -> account.may(EconomyAuthorities.WRITE_VOUCHERS) ? Optional.of(GIVEN_BACK) : Optional.empty();
    }
}
