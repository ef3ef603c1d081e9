package io.qiangcun.party.post;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands beside the figures of a jurisdiction's committees: the rules, who falls short of them, and who they are. */
public record StructureOverview(
        List<RuleCount> rules, List<Gap> gaps, List<Heads> notOneHead, List<Band> ages, List<Band> educations) {

    public StructureOverview {
        rules = List.copyOf(rules);
        gaps = List.copyOf(gaps);
        notOneHead = List.copyOf(notOneHead);
        ages = List.copyOf(ages);
        educations = List.copyOf(educations);
    }

    public long people() {
        return educations.stream().mapToLong(Band::all).sum();
    }

    /** In how many villages a rule is met. */
    public record RuleCount(String code, String title, String basisText, long met, long unmet) {}

    /** A village and what it lacks. */
    public record Gap(
            String placeCode, String placeName, @Nullable String townshipName, List<String> titles) {

        public Gap {
            titles = List.copyOf(titles);
        }
    }

    /** A village whose committees are not led by one person, whatever the reason. */
    public record Heads(
            String placeCode,
            String placeName,
            @Nullable String townshipName,
            boolean secretary,
            boolean director,
            boolean dispatched) {}

    /**
     * One step of a pyramid.
     *
     * @param labelKey a message with the ages, if it is one of ages, as arguments
     * @param query what the list of posts is asked for to show those who stand on it
     */
    public record Band(
            String labelKey,
            @Nullable Integer from,
            @Nullable Integer to,
            String query,
            long women,
            long men) {

        public long all() {
            return women + men;
        }
    }
}
