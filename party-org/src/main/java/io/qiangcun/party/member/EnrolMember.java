package io.qiangcun.party.member;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.party.organisation.OrganisationId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Records somebody as a member.
 *
 * @param id made when the form was shown, so that a form sent twice enrols once
 * @param joinedOn the day of becoming a probationary member
 * @param fullOn the day of becoming a full one, if that has come
 */
public record EnrolMember(
        MemberId id,
        PersonId person,
        OrganisationId organisation,
        Standing standing,
        LocalDate joinedOn,
        @Nullable LocalDate fullOn) {}
