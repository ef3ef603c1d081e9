package io.qiangcun.party.post;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed the post since the form was opened. */
public class PostStale extends Conflicting {

    PostStale() {
        super("party.post.stale");
    }
}
