package io.qiangcun.party.activity;

import io.qiangcun.core.duty.FulfilsDuty;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.party.organisation.OrganisationId;
import java.time.LocalDate;
import java.util.UUID;

/** What happens to a record that counts; it may fulfil a duty of its organisation. */
interface CountedActivity extends PlaceBound, FulfilsDuty {

    ActivityId activity();

    OrganisationId organisation();

    ActivityKind kind();

    LocalDate heldOn();

    @Override
    default UUID recordId() {
        return activity().value();
    }

    @Override
    default String recordKind() {
        return kind().name();
    }

    @Override
    default UUID dutySubject() {
        return organisation().value();
    }

    @Override
    default LocalDate doneOn() {
        return heldOn();
    }

    @Override
    default String recordHref() {
        return activity().href();
    }
}
