package io.qiangcun.party.post;

import java.util.Arrays;
import java.util.List;

/** The two committees of a village. Who fills and who ends a post differs by law. */
public enum Track {
    /** 村党组织 */
    PARTY,
    /** 村民委员会、居民委员会 */
    VILLAGERS;

    public String messageKey() {
        return "party.post.track." + name();
    }

    /** The lawful ways in which a post of the track ends. */
    public List<PostEnding> endings() {
        return Arrays.stream(PostEnding.values())
                .filter(ending -> ending.endsPostsOf(this))
                .toList();
    }
}
