package io.qiangcun.grid;

/** What posts may be allowed to do with grids and what happens in them. */
public final class GridAuthorities {

    public static final String READ_GRIDS = "grid.network.read";
    /** Opens, divides, merges and closes grids. */
    public static final String SHAPE_GRIDS = "grid.network.shape";
    /** Proposes who works in a grid, and ends it. */
    public static final String STAFF_GRIDS = "grid.network.staff";
    /** Says whether somebody proposed may work in a grid. */
    public static final String VET_WORKERS = "grid.network.vet";

    private GridAuthorities() {}
}
