package io.qiangcun.grid.gridevent;

import io.qiangcun.core.account.AccountId;
import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who moves a grid event.
 *
 * @param place at which his post stands; null for the clock itself
 */
public record Mover(@Nullable PlaceCode place, Actor actor) {

    static Mover of(Jurisdiction jurisdiction, Actor actor) {
        return new Mover(jurisdiction.root(), actor);
    }

    static Mover clock() {
        return new Mover(null, Actor.system());
    }

    @Nullable
    UUID account() {
        AccountId id = actor.account();
        return id == null ? null : id.value();
    }

    /** Says what becomes of events; a grid worker does what is his to do. */
    boolean directs() {
        return place != null && Level.of(place) != Level.GRID;
    }

    boolean isAt(@Nullable PlaceCode other) {
        return place != null && place.equals(other);
    }

    /** At the place, or at one above it. */
    boolean covers(@Nullable PlaceCode other) {
        return place != null && other != null && place.contains(other);
    }

    boolean isAbove(@Nullable PlaceCode other) {
        return covers(other) && !isAt(other);
    }
}
