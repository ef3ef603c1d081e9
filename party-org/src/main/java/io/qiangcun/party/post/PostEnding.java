package io.qiangcun.party.post;

/** How a post ends. An elected member of the villagers' committee is never removed by somebody above. */
public enum PostEnding {
    TERM_ENDED,
    RESIGNED,
    DIED,
    /** by the Party organisation above */
    REMOVED,
    /** 罢免, by the villagers */
    RECALLED,
    /** lost capacity, or sentenced */
    INCAPABLE,
    /** 连续两次民主评议不称职 */
    TWICE_UNFIT;

    boolean endsPostsOf(Track track) {
        return switch (this) {
            case TERM_ENDED, RESIGNED, DIED -> true;
            case REMOVED -> track == Track.PARTY;
            case RECALLED, INCAPABLE, TWICE_UNFIT -> track == Track.VILLAGERS;
        };
    }

    public String messageKey() {
        return "party.post.ending." + name();
    }
}
