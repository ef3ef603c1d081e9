package io.qiangcun.party.member.web;

import java.util.Arrays;

/** What can become of a member, with the fields that each step asks for; its name is the last part of the path. */
enum MemberStep {
    CONFIRM("confirm", "on"),
    TRANSFER("transfer", "on to"),
    TAKE_BACK("take-back", ""),
    FLOAT("float", "on where"),
    HOME("home", "on"),
    EXCLUDE("exclude", "on reason"),
    INCLUDE("include", "on"),
    OBSERVE("observe", "on reason"),
    RESTORE("restore", "on"),
    END("end", "on ending reason");

    private final String path;
    private final String fields;

    MemberStep(String path, String fields) {
        this.path = path;
        this.fields = fields;
    }

    public String path() {
        return path;
    }

    public boolean asksFor(String field) {
        return Arrays.asList(fields.split(" ")).contains(field);
    }

    static MemberStep at(String path) {
        return Arrays.stream(values())
                .filter(step -> step.path.equals(path))
                .findFirst()
                .orElseThrow();
    }
}
