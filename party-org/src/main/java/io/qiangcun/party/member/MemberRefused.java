package io.qiangcun.party.member;

import io.qiangcun.core.error.RuleViolated;
import java.time.LocalDate;

/** What cannot be recorded of a member, and at which field to say so. */
public final class MemberRefused extends RuleViolated {

    private MemberRefused(String field, String what, Object... arguments) {
        super(field, "party.member.refused." + what, arguments);
    }

    static MemberRefused alreadyAMember() {
        return new MemberRefused("organisation", "already-a-member");
    }

    static MemberRefused noBranch(String name) {
        return new MemberRefused("organisation", "no-branch", name);
    }

    static MemberRefused notHere() {
        return new MemberRefused("organisation", "not-here");
    }

    static MemberRefused branchUnclear() {
        return new MemberRefused("organisation", "branch-unclear");
    }

    static MemberRefused dissolved(String name) {
        return new MemberRefused("organisation", "dissolved", name);
    }

    static MemberRefused gone() {
        return new MemberRefused("organisation", "gone");
    }

    static MemberRefused inTheFuture(String field) {
        return new MemberRefused(field, "in-the-future");
    }

    static MemberRefused tooYoung(int least, String source) {
        return new MemberRefused("joinedOn", "too-young", least, source);
    }

    static MemberRefused before(String field, LocalDate day) {
        return new MemberRefused(field, "before", day);
    }

    static MemberRefused fullSinceMissing() {
        return new MemberRefused("fullOn", "full-since-missing");
    }

    static MemberRefused fullSinceTooMuch() {
        return new MemberRefused("fullOn", "full-since-too-much");
    }

    static MemberRefused ended() {
        return new MemberRefused("version", "ended");
    }

    static MemberRefused notNow() {
        return new MemberRefused("version", "not-now");
    }

    static MemberRefused sameBranch() {
        return new MemberRefused("to", "same-branch");
    }

    static MemberRefused notConfirmedIsForProbationary() {
        return new MemberRefused("ending", "not-confirmed-is-for-probationary");
    }
}
