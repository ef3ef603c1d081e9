package io.qiangcun.party.post;

import io.qiangcun.party.post.StructureRule.Check;
import java.util.List;

/**
 * A village's committees against the rules.
 *
 * @param oneHead whether the secretary heads the villagers' committee as well
 * @param dispatched whether the secretary was sent, so that he need not
 */
public record VillageStructure(
        String placeCode,
        String placeName,
        String townshipName,
        List<PostRow> posts,
        List<Check> checks,
        boolean oneHead,
        boolean dispatched) {

    public VillageStructure {
        posts = List.copyOf(posts);
        checks = List.copyOf(checks);
    }

    public boolean met() {
        return checks.stream().allMatch(Check::met);
    }

    public List<Check> gaps() {
        return checks.stream().filter(check -> !check.met()).toList();
    }
}
