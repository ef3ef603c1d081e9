package io.qiangcun.party.points;

import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.organisation.OrganisationId;
import java.time.LocalDate;

/**
 * Enters a fact.
 *
 * @param id made when the form was shown, so that a form sent twice enters one fact
 * @param rule its code
 * @param evidence what proves it, in words; blank where a record does
 * @param source the key of the record that proves it; blank where there is none
 */
public record EnterPoints(
        EntryId id,
        OrganisationId branch,
        MemberId member,
        String rule,
        LocalDate factOn,
        String fact,
        String evidence,
        String source) {}
