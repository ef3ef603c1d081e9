package io.qiangcun.grid.shop;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.core.dashboard.TodoProvider.Matter;
import io.qiangcun.core.dashboard.TodoProvider.Question;
import io.qiangcun.core.dashboard.TodoProvider.Urgency;
import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.module.NavigationEntry;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What points shops give to the engines: facts and redemptions are counted, points are never added up over households. */
@Configuration(proxyBeanMethods = false)
class ShopContributions {

    private static final Question WAITING = new Question(
            """
            select array[
              (select count(*) from grid_shop_fact where place_code >= :lo and place_code < :hi and status = 'ENTERED'
                and recorded_by <> :login and recorded_by_person <> :holder),
              (select count(*) from grid_shop_objection where place_code >= :lo and place_code < :hi and outcome is null)]
            """,
            List.of(
                    new Matter("grid.shop.todo.waiting", "/grid/shop/facts?status=ENTERED", Urgency.WAITING),
                    new Matter("grid.shop.todo.contested", "/grid/shop/facts?status=CONTESTED", Urgency.DUE)));

    @Bean
    NavigationEntry shopNavigation() {
        return new NavigationEntry("grid.shop.title", "/grid/shop", 350, ShopAuthorities.READ);
    }

    @Bean
    MetricSource shopMetrics() {
        return () -> List.of(
                MetricDefinition.sum("grid.shop-facts", MetricUnit.TIMES, Better.NEUTRAL, """
                        select f.place_code, f.fact_on as day, 1::numeric as amount, f.fact as label,
                          '/grid/shop/facts/' || f.fact_id as href
                        from grid_shop_fact f
                        where f.place_code >= :lo and f.place_code < :hi and f.status = 'APPROVED' and f.reversed_at is null
                          and f.fact_on >= :from and f.fact_on < :until
                        """)
                        .knownForCertain(),
                MetricDefinition.sum("grid.shop-redemptions", MetricUnit.TIMES, Better.NEUTRAL, """
                        select r.place_code, r.taken_on as day, 1::numeric as amount, r.good as label,
                          '/grid/shop/redemptions/' || r.redemption_id as href
                        from grid_shop_redemption r
                        where r.place_code >= :lo and r.place_code < :hi and r.reversed_at is null
                          and r.taken_on >= :from and r.taken_on < :until
                        """)
                        .knownForCertain());
    }

    @Bean
    TodoProvider shopTodos(CurrentAccount account) {
        return actor -> account.may(ShopAuthorities.DECIDE) ? Optional.of(WAITING) : Optional.empty();
    }
}
