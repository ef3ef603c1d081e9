package io.qiangcun.party.post;

import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.Sex;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A post with who holds it and what the structure rules ask of him. */
public record PostRow(
        UUID postId,
        long version,
        String placeCode,
        UUID personId,
        @Nullable String name,
        @Nullable Sex sex,
        @Nullable LocalDate bornOn,
        @Nullable Education education,
        boolean member,
        Track track,
        PostRole role,
        boolean dispatched,
        LocalDate since,
        @Nullable LocalDate suspendedUntil,
        @Nullable LocalDate endedOn,
        @Nullable PostEnding ending) {}
