package io.qiangcun.core.place;

/**
 * What kind of community or office a place is, within its level: figures such as "186 villages" count one category,
 * while scope and roll-up only know the level.
 */
public enum PlaceCategory {
    COUNTY,
    TOWNSHIP,
    SUBDISTRICT,
    /** The county's own organs taken together; stands at the level of a township. */
    ORGANS,
    VILLAGE,
    COMMUNITY,
    /** An office, school, enterprise or other unit with a Party organisation of its own; stands at the level of a village. */
    UNIT,
    GRID,
    MICRO_GRID
}
