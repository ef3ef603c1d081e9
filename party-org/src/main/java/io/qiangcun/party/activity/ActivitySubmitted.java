package io.qiangcun.party.activity;

import io.qiangcun.core.duty.FulfilsDuty;
import io.qiangcun.core.place.PlaceBound;
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
        implements PlaceBound, FulfilsDuty {

    @Override
    public UUID recordId() {
        return activity.value();
    }

    @Override
    public String recordKind() {
        return kind.name();
    }

    @Override
    public UUID dutySubject() {
        return organisation.value();
    }

    @Override
    public LocalDate doneOn() {
        return heldOn;
    }

    @Override
    public String recordHref() {
        return activity.href();
    }
}
