package io.qiangcun.party.organisation;

import io.qiangcun.core.error.RuleViolated;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * How an organisation is built, as it declares it itself; the counts come from the register of people once there is
 * one.
 *
 * @param hasCommittee whether the branch has elected a committee (支委会), which then meets
 * @param hasGroups whether the branch is divided into groups (党小组), which then meet
 * @param fullMemberCount full members (正式党员)
 * @param memberCount all members, probationary ones included
 * @param countedOn the day the counts are true for
 */
@Embeddable
public record Structure(
        boolean hasCommittee, boolean hasGroups, int fullMemberCount, int memberCount, LocalDate countedOn) {

    public Structure {
        if (fullMemberCount < 0 || memberCount < fullMemberCount) {
            throw new MemberCountsContradict();
        }
    }

    /** Counts that cannot be: fewer members than full members. */
    public static class MemberCountsContradict extends RuleViolated {
        MemberCountsContradict() {
            super("memberCount", "party.organisation.member-counts-contradict");
        }
    }
}
