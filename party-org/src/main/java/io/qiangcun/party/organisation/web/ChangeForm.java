package io.qiangcun.party.organisation.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.party.organisation.OrganisationView;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form of whatever changes about an organisation; each step asks for some of the fields. */
record ChangeForm(
        String version,
        String name,
        @Nullable Boolean hasCommittee,
        @Nullable Boolean hasGroups,
        String fullMemberCount,
        String memberCount,
        String countedOn,
        String effectiveOn,
        @Size(max = 500) String reason) {

    ChangeForm {
        version = given(version);
        name = given(name);
        hasCommittee = Boolean.TRUE.equals(hasCommittee);
        hasGroups = Boolean.TRUE.equals(hasGroups);
        fullMemberCount = given(fullMemberCount);
        memberCount = given(memberCount);
        countedOn = given(countedOn);
        effectiveOn = given(effectiveOn);
        reason = given(reason);
    }

    static ChangeForm of(OrganisationView organisation, String today) {
        var structure = organisation.structure();
        return new ChangeForm(
                Long.toString(organisation.version()),
                organisation.name(),
                structure.hasCommittee(),
                structure.hasGroups(),
                Integer.toString(structure.fullMemberCount()),
                Integer.toString(structure.memberCount()),
                structure.countedOn().toString(),
                today,
                "");
    }

    ChangeForm basedOn(OrganisationView current) {
        return new ChangeForm(
                Long.toString(current.version()),
                name,
                hasCommittee,
                hasGroups,
                fullMemberCount,
                memberCount,
                countedOn,
                effectiveOn,
                reason);
    }

    long versionNumber() {
        return Typed.sent(Long::parseLong, version);
    }

    boolean withCommittee() {
        return Boolean.TRUE.equals(hasCommittee);
    }

    boolean withGroups() {
        return Boolean.TRUE.equals(hasGroups);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
