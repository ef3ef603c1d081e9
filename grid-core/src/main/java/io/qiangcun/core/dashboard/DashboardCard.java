package io.qiangcun.core.dashboard;

import java.util.List;

/** What a card on a desk says: metrics of one subject, as of now. Drawn by the kit. */
public record DashboardCard(String titleKey, List<String> metrics, String href) {

    public DashboardCard {
        metrics = List.copyOf(metrics);
    }
}
