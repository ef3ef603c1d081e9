package io.qiangcun.party.post;

import java.util.List;

/**
 * A structure rule applied to a village.
 *
 * @param matching how many persons make it pass
 * @param people of how many the rule looks at
 * @param names of those who make it pass, as far as they are known here
 */
public record StructureCheck(
        String code, String title, String basisText, long matching, long people, List<String> names, boolean met) {

    public StructureCheck {
        names = List.copyOf(names);
    }
}
