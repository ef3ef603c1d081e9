package io.qiangcun.party.member;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member from an earlier list.
 *
 * @param place of the branch
 * @param floatingSince since when away from home, if so
 */
public record EnrolledBefore(
        EnrolMember command,
        PlaceCode place,
        @Nullable LocalDate floatingSince,
        @Nullable String floatingTo) {}
