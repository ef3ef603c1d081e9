package io.qiangcun.services.catalogue;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed the item since the page was rendered. */
public class ItemStale extends Conflicting {

    ItemStale() {
        super("services.catalogue.stale");
    }
}
