package io.qiangcun.core.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What was counted at a meeting. It cannot contradict itself; whether a motion passed is computed from it, never
 * entered.
 *
 * @param members all who belong to the body
 * @param entitled those of them who have to attend and may vote
 * @param written votes handed in in writing by who is absent
 */
@Embeddable
public record Tally(
        @Column(name = "tally_members") int members,
        @Column(name = "tally_entitled") int entitled,
        @Column(name = "tally_present") int present,
        @Column(name = "tally_written") int written,
        @Column(name = "tally_yes") int yes,
        @Column(name = "tally_no") int no,
        @Column(name = "tally_abstain") int abstain) {

    public Tally {
        require("members", members >= 1, "members", members);
        require("entitled", entitled >= 1 && entitled <= members, "entitled", members);
        require("present", present >= 0 && present <= entitled, "present", entitled);
        require("written", written >= 0 && present + written <= entitled, "written", entitled - present);
        require("yes", yes >= 0 && no >= 0 && abstain >= 0, "negative", 0);
        require("yes", (long) yes + no + abstain <= present + written, "votes", present + written);
    }

    private static void require(String field, boolean holds, String key, int limit) {
        if (!holds) {
            throw new TallyImpossible(field, key, limit);
        }
    }

    /** Those who took part. */
    public int cast() {
        return present + written;
    }
}
