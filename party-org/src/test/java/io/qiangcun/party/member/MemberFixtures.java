package io.qiangcun.party.member;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.organisation.OrganisationId;
import java.time.LocalDate;
import java.util.List;

/** Members, enrolled where a test wants them. */
public final class MemberFixtures {

    public static final LocalDate JOINED = LocalDate.of(2010, 7, 1);

    private MemberFixtures() {}

    /** A full member since a year after joining. */
    public static MemberId memberOf(MemberService members, PlaceCode place, OrganisationId branch, PersonId person) {
        var id = MemberId.next();
        var here = Jurisdiction.within(place);
        try (var scope = Scope.as(here)) {
            members.enrolAll(
                    here,
                    Actor.system(),
                    List.of(new EnrolledBefore(
                            new EnrolMember(id, person, branch, Standing.FULL, JOINED, JOINED.plusYears(1)),
                            place,
                            null,
                            null)));
        }
        return id;
    }
}
