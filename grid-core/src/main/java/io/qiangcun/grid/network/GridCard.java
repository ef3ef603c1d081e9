package io.qiangcun.grid.network;

import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.DashboardCardProvider;
import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On every desk: how far the net reaches and who answers for it. */
@Component
class GridCard implements DashboardCardProvider {

    private static final DashboardCard CARD = new DashboardCard(
            "grid.network.card", List.of("grid.grids", "grid.micro-grids", "grid.workers"), "/grid/network");

    @Override
    public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
        return Optional.of(CARD);
    }

    @Override
    public int getOrder() {
        return 150;
    }
}
