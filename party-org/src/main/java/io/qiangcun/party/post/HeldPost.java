package io.qiangcun.party.post;

import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.Sex;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the list of posts. */
public record HeldPost(
        String placeCode,
        String placeName,
        @Nullable String townshipName,
        UUID personId,
        @Nullable String name,
        @Nullable Sex sex,
        @Nullable LocalDate bornOn,
        @Nullable Education education,
        boolean member,
        Track track,
        PostRole role,
        boolean dispatched,
        LocalDate since) {}
