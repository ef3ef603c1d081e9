package io.qiangcun.services.catalogue;

/** What posts may be allowed to do with the catalogue. */
public final class CatalogueAuthorities {

    public static final String READ = "services.catalogue.read";
    /** Drafts, publishes and retires items, and says which certificates are not issued. */
    public static final String EDIT = "services.catalogue.edit";

    private CatalogueAuthorities() {}
}
