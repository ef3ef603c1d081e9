package io.qiangcun.services.check;

import io.qiangcun.core.error.Conflicting;

/** The campaign has ended since the page was rendered. */
public class CampaignStale extends Conflicting {

    CampaignStale(String title) {
        super("services.check.stale", title);
    }
}
