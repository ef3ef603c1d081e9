package io.qiangcun.party.points;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.organisation.OrganisationId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an earlier list.
 *
 * @param decidedBy the login of whoever said yes; null while nobody has
 */
public record EarlierEntry(
        EntryId id,
        PlaceCode place,
        OrganisationId branch,
        MemberId member,
        String rule,
        LocalDate factOn,
        String fact,
        String evidence,
        String enteredBy,
        String enteredByPerson,
        @Nullable String decidedBy,
        @Nullable String decidedByPerson) {}
