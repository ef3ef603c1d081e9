package io.qiangcun.party.contact;

import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.DashboardCardProvider;
import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Members and the households they look after, in four figures. */
@Component
class ContactCard implements DashboardCardProvider {

    private static final DashboardCard CARD = new DashboardCard(
            "party.card.contacts",
            List.of("party.contact-households", "party.contact-share", "party.contact-visits", "party.contact-visited"),
            "/party/contacts");

    @Override
    public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
        return Optional.of(CARD);
    }

    @Override
    public int getOrder() {
        return 160;
    }
}
