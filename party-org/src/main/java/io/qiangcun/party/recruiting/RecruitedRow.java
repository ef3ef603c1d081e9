package io.qiangcun.party.recruiting;

import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.Sex;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody admitted, with his age on that day. */
public record RecruitedRow(
        UUID memberId,
        @Nullable String name,
        @Nullable String townshipName,
        String placeName,
        LocalDate joinedOn,
        @Nullable Integer age,
        @Nullable Sex sex,
        @Nullable Education education) {}
