package io.qiangcun.economy.project;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed the project since the page was rendered. */
public class ProjectStale extends Conflicting {

    ProjectStale(String name) {
        super("economy.project.stale", name);
    }
}
