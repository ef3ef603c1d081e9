package io.qiangcun.party.activity;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.organisation.OrganisationId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record of organisational life counts from now on. */
public record ActivitySubmitted(
        ActivityId activity,
        PlaceCode placeCode,
        OrganisationId organisation,
        ActivityKind kind,
        LocalDate heldOn,
        @Nullable UUID makesUpFor)
        implements CountedActivity {}
