package io.qiangcun.party.post;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.List;

/** Posts, filled where a test wants them. */
public final class PostFixtures {

    public static final LocalDate SINCE = LocalDate.of(2026, 3, 1);

    private PostFixtures() {}

    public static PostId postIn(PostService posts, PlaceCode place, PersonId person, Track track, PostRole role) {
        var id = PostId.next();
        var here = Jurisdiction.within(place);
        try (var scope = Scope.as(here)) {
            posts.takenBefore(
                    here, Actor.system(), List.of(new TakePost(id, place, person, track, role, false, SINCE)));
        }
        return id;
    }
}
