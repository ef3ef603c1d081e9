package io.qiangcun.party.organisation;

/** The kinds of Party organisation, from wide to narrow. A group (党小组) is a part of its branch and no organisation. */
public enum OrganisationKind {
    /** 党委 */
    COMMITTEE(3),
    /** 党工委 */
    WORKING_COMMITTEE(3),
    /** 党总支 */
    GENERAL_BRANCH(2),
    /** 党支部 */
    BRANCH(1);

    private final int rank;

    OrganisationKind(int rank) {
        this.rank = rank;
    }

    /** A committee stands above anything, other committees included; a general branch above branches only. */
    boolean mayStandAbove(OrganisationKind other) {
        return rank > other.rank || rank == COMMITTEE.rank;
    }

    /** Only a branch holds the organisational life that the branch regulation prescribes. */
    public boolean isBranch() {
        return this == BRANCH;
    }

    /** The trait by which duty rules address organisations of this kind. */
    public String trait() {
        return switch (this) {
            case COMMITTEE -> "party.committee";
            case WORKING_COMMITTEE -> "party.working-committee";
            case GENERAL_BRANCH -> "party.general-branch";
            case BRANCH -> "party.branch";
        };
    }

    public String messageKey() {
        return "party.organisation.kind." + name();
    }
}
