package io.qiangcun.services.catalogue.web;

import io.qiangcun.services.catalogue.Material;

/** How much a material is needed, as one choice. */
enum Need {
    REQUIRED,
    /** Only in some cases. */
    IF_NEEDED,
    /** May be promised and brought later. */
    PROMISE,
    /** The offices have it; nobody may be asked for it. */
    SHARED;

    static Need of(Material material) {
        return material.shared() ? SHARED : material.promise() ? PROMISE : material.required() ? REQUIRED : IF_NEEDED;
    }

    Material material(String name, int copies, String source) {
        return new Material(name, this == REQUIRED || this == PROMISE, this == PROMISE, this == SHARED, copies, source);
    }
}
