package io.qiangcun.economy.income;

import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.DashboardCardProvider;
import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On every desk: what the month brought, gross beside net. */
@Component
class IncomeCard implements DashboardCardProvider {

    private static final DashboardCard CARD = new DashboardCard(
            "economy.card.income",
            List.of("economy.operating-income", "economy.net-income", "economy.grant-income"),
            "/economy/income");

    @Override
    public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
        return Optional.of(CARD);
    }

    @Override
    public int getOrder() {
        return 300;
    }
}
