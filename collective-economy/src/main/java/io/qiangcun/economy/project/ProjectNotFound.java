package io.qiangcun.economy.project;

import io.qiangcun.core.error.NotFound;

/** There is no such project in the jurisdiction. */
public class ProjectNotFound extends NotFound {

    public ProjectNotFound(Object id) {
        super("project", id);
    }
}
