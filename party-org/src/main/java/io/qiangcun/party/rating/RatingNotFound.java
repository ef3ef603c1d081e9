package io.qiangcun.party.rating;

import io.qiangcun.core.error.NotFound;

/** There is no such round, award or secretary, or not here. */
public class RatingNotFound extends NotFound {

    public RatingNotFound(Object id) {
        super("rating", id);
    }
}
