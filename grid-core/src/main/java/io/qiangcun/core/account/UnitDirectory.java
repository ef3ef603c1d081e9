package io.qiangcun.core.account;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.util.List;
import java.util.UUID;

/** Names the organisations a post can act for. Declare it as a bean of the module that keeps the organisations. */
public interface UnitDirectory {

    /** The organisations at exactly this place. */
    List<Unit> unitsAt(Jurisdiction jurisdiction, PlaceCode place);

    /** An organisation that a post acts for. */
    record Unit(UUID id, String name) {}
}
