package io.qiangcun.party.post;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/**
 * Somebody takes a post.
 *
 * @param id made when the form was shown, so that a form sent twice fills one post
 * @param dispatched sent by a level above
 */
public record TakePost(
        PostId id, PlaceCode place, PersonId person, Track track, PostRole role, boolean dispatched, LocalDate since) {}
