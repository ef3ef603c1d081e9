package io.qiangcun.party.post;

import io.qiangcun.core.error.RuleViolated;

/** What cannot be recorded of a post, and at which field to say so. */
public class PostRefused extends RuleViolated {

    PostRefused(String field, String what, Object... arguments) {
        super(field, "party.post.refused." + what, arguments);
    }
}
