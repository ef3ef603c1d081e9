package io.qiangcun.economy.project;

/** How far a project is; it follows from its days. */
public enum ProjectState {
    APPROVED,
    RUNNING,
    COMPLETED,
    ACCEPTED,
    STOPPED
}
