package io.qiangcun.core.people.web;

import java.util.Arrays;

/** What can become of a person; its name is the last part of the path. */
enum PersonStep {
    MOVE("move"),
    LEAVE("leave"),
    DIE("die"),
    TAKE_BACK("take-back");

    private final String path;

    PersonStep(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    static PersonStep at(String path) {
        return Arrays.stream(values())
                .filter(step -> step.path.equals(path))
                .findFirst()
                .orElseThrow();
    }
}
