package io.qiangcun.party.post;

import java.util.List;

/** The committees of all villages of a jurisdiction, in numbers that open to the villages behind them. */
public record StructureOverview(
        long organisations,
        List<VillageStructure> villages,
        List<RuleCount> rules,
        List<Band> ages,
        List<Band> educations,
        long people) {

    public StructureOverview {
        villages = List.copyOf(villages);
        rules = List.copyOf(rules);
        ages = List.copyOf(ages);
        educations = List.copyOf(educations);
    }

    public long met() {
        return villages.stream().filter(VillageStructure::met).count();
    }

    public List<VillageStructure> gaps() {
        return villages.stream().filter(village -> !village.met()).toList();
    }

    public long oneHead() {
        return villages.stream().filter(VillageStructure::oneHead).count();
    }

    /** Those without one head, whatever the reason. */
    public List<VillageStructure> twoHeads() {
        return villages.stream().filter(village -> !village.oneHead()).toList();
    }

    /** In how many villages a rule is met. */
    public record RuleCount(StructureRule rule, long met) {}

    /** One step of a pyramid; the label is a message key with one argument. */
    public record Band(String labelKey, int argument, long women, long men) {

        public long all() {
            return women + men;
        }
    }
}
