package io.qiangcun.party.post;

import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.DashboardCardProvider;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On the desks above the village: whether the committees have their heads. Whether they look as they should costs more to count and has its own page. */
@Component
class StructureCard implements DashboardCardProvider {

    private static final DashboardCard CARD = new DashboardCard(
            "party.card.structure",
            List.of("party.committee-members", "party.one-head-share", "party.vacant-heads"),
            "/party/structure");

    @Override
    public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
        return jurisdiction.level().compareTo(PlaceKind.VILLAGE) < 0 ? Optional.of(CARD) : Optional.empty();
    }

    @Override
    public int getOrder() {
        return 110;
    }
}
