package io.qiangcun.services.check;

import jakarta.persistence.Column;
import java.util.UUID;

/** Identifies a campaign of checks. */
public record CampaignId(@Column(name = "campaign_id") UUID value) {

    public static CampaignId next() {
        return new CampaignId(UUID.randomUUID());
    }

    public static CampaignId valueOf(String text) {
        return new CampaignId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/services/checks/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
