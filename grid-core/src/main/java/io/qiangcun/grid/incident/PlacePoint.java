package io.qiangcun.grid.incident;

/** Where a village lies, as far as its grids have points. */
public record PlacePoint(String placeCode, String name, double longitude, double latitude) {}
