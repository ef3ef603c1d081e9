package io.qiangcun.party.member;

/** How many members there are, and of which kind. */
public record Headcount(
        int members, int full, int probationary, int women, int young, int floating, int excluded, int voting) {}
