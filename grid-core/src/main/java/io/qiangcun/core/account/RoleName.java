package io.qiangcun.core.account;

import io.qiangcun.core.place.PlaceKind;

/** The kinds of post; what each may do is in the table {@code role_authority}. */
public enum RoleName {
    /** Opens accounts and keeps the installation; sees no business records of its own accord. */
    ADMINISTRATOR,
    /** Reads the audit trail. */
    AUDITOR,
    COUNTY,
    TOWNSHIP,
    VILLAGE,
    /** Works in one grid or micro-grid. */
    GRID;

    /** Whether posts of this kind exist at places of the level. */
    public boolean existsAt(PlaceKind level) {
        return switch (this) {
            case ADMINISTRATOR, AUDITOR, COUNTY -> level.compareTo(PlaceKind.COUNTY) <= 0;
            case TOWNSHIP -> level == PlaceKind.TOWNSHIP;
            case VILLAGE -> level == PlaceKind.VILLAGE;
            case GRID -> level.compareTo(PlaceKind.GRID) >= 0;
        };
    }

    /** Whether posts of this kind keep the accounts of the other kind. */
    public boolean keeps(RoleName other) {
        return this == ADMINISTRATOR || this == COUNTY && other.compareTo(TOWNSHIP) >= 0;
    }
}
