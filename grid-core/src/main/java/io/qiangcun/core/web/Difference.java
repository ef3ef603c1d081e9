package io.qiangcun.core.web;

/** One field of a record in two versions: what the writer typed and what somebody else saved meanwhile. */
public record Difference(String label, String mine, String theirs) {

    public boolean differs() {
        return !mine.strip().equals(theirs.strip());
    }
}
