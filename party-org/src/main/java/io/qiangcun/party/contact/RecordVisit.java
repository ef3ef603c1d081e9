package io.qiangcun.party.contact;

import io.qiangcun.core.people.HouseholdId;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records a visit, or a round of visits on one day.
 *
 * @param id made when the form was rendered
 * @param visitor who went
 * @param named the households, where they are named
 * @param count how many there were, where they are not
 * @param asked what somebody asked for
 */
public record RecordVisit(
        VisitId id,
        PlaceCode place,
        LocalDate on,
        PersonId visitor,
        String subject,
        List<HouseholdId> named,
        @Nullable Integer count,
        String note,
        String asked) {

    public RecordVisit {
        named = List.copyOf(named);
    }
}
