package io.qiangcun.party.recruiting;

/** How far somebody has come on the way into the Party. */
public enum RecruitingStage {
    APPLICANT,
    ACTIVIST,
    CANDIDATE,
    PROBATIONARY,
    FULL;

    public String messageKey() {
        return "party.recruiting.stage." + name();
    }
}
