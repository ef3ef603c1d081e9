package io.qiangcun.services.catalogue;

/** Whether somebody is helped, or something is granted, confirmed, registered or permitted. */
public enum ItemKind {
    PUBLIC_SERVICE,
    ADMIN_APPROVAL
}
