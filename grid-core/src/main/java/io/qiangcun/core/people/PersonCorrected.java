package io.qiangcun.core.people;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.List;

/** What is recorded of a person is put right; the trail names the fields, never their values. */
public record PersonCorrected(PersonId person, PlaceCode placeCode, List<String> fields)
        implements DomainEvent, PlaceBound {}
