package io.qiangcun.party.activity;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.organisation.OrganisationId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A submitted record says something else from now on; the earlier edition stays readable. */
public record ActivityCorrected(
        ActivityId activity,
        PlaceCode placeCode,
        OrganisationId organisation,
        ActivityKind kind,
        LocalDate heldOn,
        @Nullable UUID makesUpFor,
        int edition,
        String reason)
        implements CountedActivity {}
