package io.qiangcun.economy.contract;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.DashboardCardProvider;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.core.dashboard.TodoProvider.Matter;
import io.qiangcun.core.dashboard.TodoProvider.Question;
import io.qiangcun.core.dashboard.TodoProvider.Urgency;
import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.number.NumberSubject;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What contracts give to the engines. */
@Configuration(proxyBeanMethods = false)
class ContractContributions {

    static final String ATTACHMENTS = "economy.contract";

    private static final String HREF = "'/economy/contracts/' || c.contract_id as href";

    private static final Question RENT = new Question(
            """
            select array[
              (select count(*) from economy_contract_rent r where r.place_code >= :lo and r.place_code < :hi
                and r.dropped_by is null and r.due_on < :today and r.paid + r.paying < r.amount),
              (select count(*) from economy_contract_rent r where r.place_code >= :lo and r.place_code < :hi
                and r.dropped_by is null and r.due_on >= :today
                and r.due_on < date_trunc('month', cast(:today as date)) + interval '1 month' and r.paid + r.paying < r.amount)]
            """,
            List.of(
                    new Matter("economy.contract.todo.late", "/economy/contracts?owing=true", Urgency.OVERDUE),
                    new Matter("economy.contract.todo.month", "/economy/contracts?state=IN_FORCE", Urgency.DUE)));

    @Bean
    NavigationEntry contractNavigation() {
        return new NavigationEntry(
                "economy.contract.list.title", "/economy/contracts", 410, EconomyAuthorities.READ_CONTRACTS);
    }

    @Bean
    NumberSubject contractNumbers() {
        return new NumberSubject("economy.number.subject.CONTRACT", 201, "economy.contract.");
    }

    @Bean
    AttachmentKind contractAttachments() {
        return new AttachmentKind(ATTACHMENTS, EconomyAuthorities.READ_CONTRACTS);
    }

    @Bean
    TodoProvider contractTodos(CurrentAccount account) {
        return actor -> account.may(EconomyAuthorities.WRITE_CONTRACTS) ? Optional.of(RENT) : Optional.empty();
    }

    @Bean
    DashboardCardProvider contractCard() {
        return new DashboardCardProvider() {
            @Override
            public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
                return Optional.of(new DashboardCard(
                        "economy.contract.card",
                        List.of(
                                "economy.contracts-in-force",
                                "economy.contracts-ending",
                                "economy.rent-due",
                                "economy.rent-received",
                                "economy.rent-arrears"),
                        "/economy/contracts?ending=true"));
            }

            @Override
            public int getOrder() {
                return 140;
            }
        };
    }

    @Bean
    MetricSource contractMetrics() {
        return () -> List.of(
                MetricDefinition.sum(
                                "economy.contracts-in-force", MetricUnit.ITEMS, Better.NEUTRAL, """
                        select c.place_code, c.in_force_on as day, 1::numeric as amount, c.name as label, %s
                        from economy_contract c
                        where c.place_code >= :lo and c.place_code < :hi and c.in_force_on < :until
                          and c.state in ('IN_FORCE', 'ENDED', 'TERMINATED')
                          and (c.ended_on is null or c.ended_on >= :until)
                        """.formatted(HREF))
                        .knownForCertain(),
                MetricDefinition.sum("economy.contracts-ending", MetricUnit.ITEMS, Better.NEUTRAL, """
                        select c.place_code, c.until_on as day, 1::numeric as amount, c.name as label, %s
                        from economy_contract c
                        where c.place_code >= :lo and c.place_code < :hi and c.state in ('IN_FORCE', 'ENDED')
                          and c.until_on >= :from and c.until_on < :until
                        """.formatted(HREF))
                        .knownForCertain(),
                MetricDefinition.sum("economy.rent-due", MetricUnit.YUAN, Better.NEUTRAL, """
                        select d.place_code, d.due_on as day, d.amount, c.name as label, %s
                        from economy_contract_due d join economy_contract c on c.contract_id = d.contract_id
                        where d.place_code >= :lo and d.place_code < :hi and d.dropped_by is null
                          and d.due_on >= :from and d.due_on < :until
                        """.formatted(HREF))
                        .knownForCertain(),
                MetricDefinition.sum("economy.rent-received", MetricUnit.YUAN, Better.MORE, """
                        select b.place_code, b.booked_on as day, b.amount, c.name as label, %s
                        from economy_contract_booked b join economy_contract c on c.contract_id = b.contract_id
                        where b.place_code >= :lo and b.place_code < :hi and b.step = 'RECEIVED' and b.counts
                          and b.booked_on >= :from and b.booked_on < :until
                        """.formatted(HREF))
                        .knownForCertain(),
                MetricDefinition.sum("economy.rent-arrears", MetricUnit.YUAN, Better.LESS, """
                        select r.place_code, r.due_on as day, r.amount - r.paid as amount, c.name as label, %s
                        from economy_contract_rent r join economy_contract c on c.contract_id = r.contract_id
                        where r.place_code >= :lo and r.place_code < :hi and r.dropped_by is null and r.due_on < :until
                          and r.due_on < :today and r.paid < r.amount
                        """.formatted(HREF))
                        .knownForCertain());
    }
}
