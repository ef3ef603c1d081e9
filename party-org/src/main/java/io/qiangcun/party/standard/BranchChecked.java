package io.qiangcun.party.standard;

import io.qiangcun.core.duty.FulfilsDuty;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.UUID;

/** A branch has held itself against a standard that has to be checked regularly. */
public record BranchChecked(CheckId check, PlaceCode placeCode, UUID dutySubject, String recordKind, LocalDate doneOn)
        implements FulfilsDuty {

    @Override
    public UUID recordId() {
        return check.value();
    }

    @Override
    public String recordHref() {
        return "/party/standards/checks/" + check;
    }
}
