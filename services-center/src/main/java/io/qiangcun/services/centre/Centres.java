package io.qiangcun.services.centre;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.util.List;
import java.util.Optional;

/** Tells other slices which centres there are and which one serves a place. */
public interface Centres {

    /**
     * The centres and points in use in the place itself, not in places below it; the centre first. Nothing that lies outside
     * the jurisdiction.
     */
    List<CentreView> of(Jurisdiction jurisdiction, PlaceCode place);

    /**
     * The centre in use of the place or, where it has none, of the nearest place above it up to the county. Asked for anybody,
     * signed in or not: what it says of a centre is on its door.
     */
    Optional<CentreView> serving(PlaceCode place);

    /** All centres in use, of every county, by their places; points beside them are not among them. For anybody. */
    List<CentreView> inUse();
}
