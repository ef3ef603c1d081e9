package io.qiangcun.party.post;

import io.qiangcun.core.error.NotFound;

/** There is no such post, or not here. */
public class PostNotFound extends NotFound {

    public PostNotFound(PostId id) {
        super("post", id);
    }
}
