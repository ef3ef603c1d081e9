package io.qiangcun.services.request;

import io.qiangcun.core.account.AccountId;
import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something about a request.
 *
 * @param place at which his post stands; null for whoever asked, who has neither post nor account
 */
record Clerk(@Nullable PlaceCode place, Actor actor) {

    private static final Actor CITIZEN = new Actor(null, "citizen", "citizen", "citizen", RoleName.VILLAGE, null);

    /** An event that ended, through whoever dealt with it. */
    static Clerk grid(String person) {
        return new Clerk(null, new Actor(null, "grid", "grid", person, RoleName.GRID, null));
    }

    static Clerk of(Jurisdiction jurisdiction, Actor actor) {
        return new Clerk(jurisdiction.root(), actor);
    }

    static Clerk citizen() {
        return new Clerk(null, CITIZEN);
    }

    @Nullable
    UUID account() {
        AccountId id = actor.account();
        return id == null ? null : id.value();
    }

    boolean covers(PlaceCode other) {
        return place != null && place.contains(other);
    }

    boolean isAt(@Nullable PlaceCode other) {
        return place != null && place.equals(other);
    }
}
