package io.qiangcun.economy.project;

/** What happened to money of a project. */
public enum FundKind {
    GRANTED,
    SPENT,
    RETURNED,
    /** A line of the book that is none of these. */
    NONE
}
