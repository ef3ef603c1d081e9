package io.qiangcun.party.training;

import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.DashboardCardProvider;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The people a county builds on, in four figures, for those who look at more than one place. */
@Component
class CadreCard implements DashboardCardProvider {

    private static final DashboardCard CARD = new DashboardCard(
            "party.card.cadres",
            List.of(
                    "party.reserve-pool-three-share",
                    "party.reserve-pool-promoted-share",
                    "party.resident-report-rows",
                    "party.rotation-share"),
            "/core/registers");

    @Override
    public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
        return jurisdiction.level().digits() < PlaceKind.VILLAGE.digits() ? Optional.of(CARD) : Optional.empty();
    }

    @Override
    public int getOrder() {
        return 150;
    }
}
