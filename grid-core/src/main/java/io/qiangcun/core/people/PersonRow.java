package io.qiangcun.core.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a list of persons; encrypted fields are in no list. */
public record PersonRow(
        UUID personId,
        String placeName,
        @Nullable String townshipName,
        String name,
        Sex sex,
        LocalDate bornOn,
        Education education,
        @Nullable String ethnicGroup,
        @Nullable String householdNumber,
        PersonState state) {}
