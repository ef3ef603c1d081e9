package io.qiangcun.core.account;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Names the organisations a post can act for. Declare it as a bean of the module that keeps the organisations. */
public interface UnitDirectory {

    /** The organisations at exactly this place. */
    List<Unit> unitsAt(Jurisdiction jurisdiction, PlaceCode place);

    /** The first organisations in the jurisdiction whose name contains the text, place by place. */
    List<Unit> search(Jurisdiction jurisdiction, String text, int limit);

    /** These organisations, whatever has become of them since; those outside the jurisdiction are left out. */
    List<Unit> named(Jurisdiction jurisdiction, Collection<UUID> ids);

    /** An organisation that a post acts for. */
    record Unit(UUID id, PlaceCode place, String name) {}
}
