package io.qiangcun.party.post;

import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.Sex;
import org.jspecify.annotations.Nullable;

/**
 * Whose posts are listed.
 *
 * @param fromAge in whole years, both ends included
 * @param text a part of the name of the holder or the village
 */
public record PostFilter(
        @Nullable Track track,
        @Nullable PostRole role,
        @Nullable Sex sex,
        @Nullable Education education,
        @Nullable Integer fromAge,
        @Nullable Integer toAge,
        @Nullable String text) {}
