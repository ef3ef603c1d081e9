package io.qiangcun.party.post;

/** What somebody is in a committee. */
public enum PostRole {
    HEAD,
    DEPUTY,
    ORDINARY;

    public String messageKey(Track track) {
        return "party.post.role." + track + "." + name();
    }
}
