package io.qiangcun.grid.shop;

import io.qiangcun.core.error.NotFound;
import java.util.UUID;

/** There is no such fact, good, list or redemption, or not here. */
public class ShopRecordNotFound extends NotFound {

    public ShopRecordNotFound(UUID id) {
        super("shop record", id);
    }
}
