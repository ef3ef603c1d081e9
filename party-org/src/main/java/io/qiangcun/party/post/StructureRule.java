package io.qiangcun.party.post;

import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.Sex;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What the committees of a village should look like, as data.
 *
 * @param body whose posts are looked at: BOTH, PARTY or VILLAGERS
 * @param feature GRADUATE, WOMAN, YOUNG or MEMBER
 * @param unit PEOPLE, or PERCENT of those looked at
 * @param moreThan what the number has to exceed
 */
public record StructureRule(
        String code, String title, String body, String feature, String unit, BigDecimal moreThan, String basisText) {

    /** Whether the village meets the rule, and with whom. */
    Check check(List<PostRow> posts, LocalDate today, int youngAge) {
        var looked = posts.stream()
                .filter(post -> body.equals("BOTH") || body.equals(post.track().name()))
                .toList();
        var people = looked.stream().map(PostRow::personId).distinct().count();
        var matching = looked.stream()
                .filter(post -> has(post, today, youngAge))
                .map(PostRow::personId)
                .distinct()
                .count();
        var names = looked.stream()
                .filter(post -> has(post, today, youngAge) && post.name() != null)
                .map(post -> String.valueOf(post.name()))
                .distinct()
                .toList();
        var limit = unit.equals("PERCENT")
                ? moreThan.multiply(BigDecimal.valueOf(people)).movePointLeft(2)
                : moreThan;
        return new Check(this, BigDecimal.valueOf(matching).compareTo(limit) > 0, matching, people, names);
    }

    private boolean has(PostRow post, LocalDate today, int youngAge) {
        return switch (feature) {
            case "GRADUATE" -> post.education() != null && post.education().isAtLeast(Education.COLLEGE);
            case "WOMAN" -> post.sex() == Sex.FEMALE;
            case "YOUNG" -> post.isYoung(today, youngAge);
            case "MEMBER" -> post.member();
            default -> throw new IllegalStateException("Unknown feature " + feature);
        };
    }

    /** A rule applied to a village: who makes it pass, of how many. */
    public record Check(StructureRule rule, boolean met, long matching, long people, List<String> names) {

        public Check {
            names = List.copyOf(names);
        }
    }
}
