package io.qiangcun.services.catalogue;

import io.qiangcun.core.error.NotFound;

/** There is no such item in the catalogue. */
public class ItemNotFound extends NotFound {

    public ItemNotFound(Object code) {
        super("service item", code);
    }
}
