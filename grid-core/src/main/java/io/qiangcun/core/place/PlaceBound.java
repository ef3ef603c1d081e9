package io.qiangcun.core.place;

/** Belongs to exactly one place. An aggregate keeps the code in a field named {@code place}. */
public interface PlaceBound {

    PlaceCode placeCode();
}
