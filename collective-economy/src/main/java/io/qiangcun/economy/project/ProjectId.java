package io.qiangcun.economy.project;

import jakarta.persistence.Column;
import java.util.UUID;

/** Identifies a support project. */
public record ProjectId(@Column(name = "project_id") UUID value) {

    public static ProjectId next() {
        return new ProjectId(UUID.randomUUID());
    }

    public static ProjectId valueOf(String text) {
        return new ProjectId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/economy/projects/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
