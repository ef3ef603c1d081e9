package io.qiangcun.party.organisation.web;

import java.util.Arrays;

/** What can change about an organisation; its name is the last part of the path. */
enum ChangeStep {
    RENAME("rename"),
    RESTRUCTURE("restructure"),
    DISSOLVE("dissolve");

    private final String path;

    ChangeStep(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    static ChangeStep at(String path) {
        return Arrays.stream(values())
                .filter(step -> step.path.equals(path))
                .findFirst()
                .orElseThrow();
    }
}
