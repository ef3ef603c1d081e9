package io.qiangcun.core.account;

/** The kinds of post; what each may do is in the table {@code role_authority}. */
public enum RoleName {
    /** Opens accounts and keeps the installation; sees no business records of its own accord. */
    ADMINISTRATOR,
    /** Reads the audit trail. */
    AUDITOR,
    COUNTY,
    TOWNSHIP,
    VILLAGE
}
