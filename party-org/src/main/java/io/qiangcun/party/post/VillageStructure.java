package io.qiangcun.party.post;

import java.util.List;

/** A village's committees against the rules. */
public record VillageStructure(
        String placeCode, String placeName, String townshipName, List<PostRow> posts, List<StructureCheck> checks) {

    public VillageStructure {
        posts = List.copyOf(posts);
        checks = List.copyOf(checks);
    }

    public boolean met() {
        return gaps() == 0;
    }

    public long gaps() {
        return checks.stream().filter(check -> !check.met()).count();
    }

    /** Whether the secretary heads the villagers' committee as well. */
    public boolean oneHead() {
        var heads = posts.stream()
                .filter(post -> post.role() == PostRole.HEAD)
                .map(PostRow::personId)
                .toList();
        return heads.size() == Track.values().length
                && heads.stream().distinct().count() == 1;
    }
}
