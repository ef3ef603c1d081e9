package io.qiangcun.services.check;

import io.qiangcun.core.error.NotFound;

/** There is no such campaign in the county. */
public class CampaignNotFound extends NotFound {

    CampaignNotFound(Object id) {
        super("campaign", id);
    }
}
