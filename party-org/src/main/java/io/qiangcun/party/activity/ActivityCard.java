package io.qiangcun.party.activity;

import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.DashboardCardProvider;
import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The month's organisational life in four figures. */
@Component
class ActivityCard implements DashboardCardProvider {

    private static final DashboardCard CARD = new DashboardCard(
            "party.card.organisational-life",
            List.of("party.members-meetings", "party.committee-meetings", "party.theme-days", "party.attendance"),
            "/party/activities");

    private final ActivityQueries activities;

    ActivityCard(ActivityQueries activities) {
        this.activities = activities;
    }

    @Override
    public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
        return activities.isAnything(jurisdiction) ? Optional.of(CARD) : Optional.empty();
    }

    @Override
    public int getOrder() {
        return 100;
    }
}
