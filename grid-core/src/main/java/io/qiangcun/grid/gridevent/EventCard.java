package io.qiangcun.grid.gridevent;

import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.DashboardCardProvider;
import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the events of the month go. */
@Component
class EventCard implements DashboardCardProvider {

    private static final DashboardCard CARD = new DashboardCard(
            "grid.event.card",
            List.of("grid.events-reported", "grid.events-in-time-share", "grid.events-solved-share"),
            "/grid/events");

    @Override
    public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
        return Optional.of(CARD);
    }

    @Override
    public int getOrder() {
        return 90;
    }
}
