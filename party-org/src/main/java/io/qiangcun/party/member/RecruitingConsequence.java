package io.qiangcun.party.member;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.procedure.StepConsequence;
import io.qiangcun.party.organisation.OrganisationId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The committee's approvals in the procedure of recruiting make the probationary member, make him a full one, or end his
 * membership; nobody writes it a second time.
 */
@Component
class RecruitingConsequence implements StepConsequence {

    private static final String MEETING = "admission-meeting";
    private static final String CONVERSION = "conversion-meeting";

    private final MemberService members;
    private final MemberQueries queries;

    RecruitingConsequence(MemberService members, MemberQueries queries) {
        this.members = members;
        this.queries = queries;
    }

    @Override
    public String code() {
        return "party.recruiting";
    }

    @Override
    public void follow(Taken taken) {
        var person = new PersonId(Objects.requireNonNull(taken.subject(), "subject"));
        var here = Jurisdiction.within(taken.place());
        switch (taken.step() + " " + taken.outcome()) {
            case "admission-approval approved" ->
                members.admit(
                        here,
                        taken.actor(),
                        new EnrolMember(
                                idOf(taken),
                                person,
                                branch(here, taken),
                                Standing.PROBATIONARY,
                                Objects.requireNonNull(taken.before().get(MEETING))
                                        .on(),
                                null));
            case "conversion-approval approved" ->
                members.confirmDecided(here, taken.actor(), person, endOfProbation(taken));
            case "conversion-approval cancelled" ->
                members.endDecided(
                        here,
                        taken.actor(),
                        person,
                        taken.on(),
                        taken.evidence().getOrDefault("decision", ""));
            default -> {}
        }
    }

    /** The years of membership count from the end of probation, which an extension has moved. */
    private static LocalDate endOfProbation(Taken taken) {
        return Objects.requireNonNull(taken.timeLine().line(CONVERSION).earliestOn());
    }

    /** The branch that started the case, or the only one of the place. */
    private OrganisationId branch(Jurisdiction here, Taken taken) {
        var branches = queries.branchesOf(here);
        var unit = taken.unit();
        return branches.stream()
                .filter(branch -> branch.value().equals(unit))
                .findFirst()
                .or(() -> branches.size() == 1 ? branches.stream().findFirst() : Optional.empty())
                .orElseThrow(MemberRefused::branchUnclear);
    }

    private static MemberId idOf(Taken taken) {
        return new MemberId(UUID.nameUUIDFromBytes(("member of " + taken.caseId()).getBytes(StandardCharsets.UTF_8)));
    }
}
