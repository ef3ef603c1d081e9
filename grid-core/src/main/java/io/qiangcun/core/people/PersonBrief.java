package io.qiangcun.core.people;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** What other slices need to know of a person. */
public record PersonBrief(
        PersonId id, PlaceCode place, String name, Sex sex, LocalDate bornOn, Education education, boolean here) {}
