package io.qiangcun.party.points;

import io.qiangcun.core.error.NotFound;

/** There is no such publication, or not here. */
public class PublicationNotFound extends NotFound {

    public PublicationNotFound(PublicationId id) {
        super("publication of points", id);
    }
}
