package io.qiangcun.party.organisation.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.organisation.FoundOrganisation;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationKind;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The form that enters an organisation; everything is kept as it was typed. */
record FoundForm(
        String id,
        String place,
        String kind,
        String name,
        String parent,
        String foundedOn,
        @Nullable Boolean hasCommittee,
        @Nullable Boolean hasGroups,
        String fullMemberCount,
        String memberCount,
        String countedOn) {

    FoundForm {
        id = given(id);
        place = given(place);
        kind = given(kind);
        name = given(name);
        hasCommittee = Boolean.TRUE.equals(hasCommittee);
        hasGroups = Boolean.TRUE.equals(hasGroups);
        parent = given(parent);
        foundedOn = given(foundedOn);
        fullMemberCount = given(fullMemberCount);
        memberCount = given(memberCount);
        countedOn = given(countedOn);
    }

    static FoundForm empty(String today) {
        return new FoundForm(OrganisationId.next().toString(), "", "BRANCH", "", "", "", false, false, "", "", today);
    }

    Optional<FoundOrganisation> toCommand(BindingResult errors) {
        var founded = Fields.requiredDate("foundedOn", foundedOn, errors);
        Fields.required("place", place, errors);
        Fields.required("kind", kind, errors);
        Fields.requiredName(name, errors);
        var structure = Fields.structure(
                Boolean.TRUE.equals(hasCommittee),
                Boolean.TRUE.equals(hasGroups),
                fullMemberCount,
                memberCount,
                countedOn,
                errors);
        if (errors.hasErrors() || founded == null || structure == null) {
            return Optional.empty();
        }
        return Optional.of(new FoundOrganisation(
                Typed.sent(OrganisationId::valueOf, id),
                Typed.sent(PlaceCode::valueOf, place),
                Typed.sent(OrganisationKind::valueOf, kind),
                Typed.text(name),
                parent.isEmpty() ? null : Typed.sent(OrganisationId::valueOf, parent),
                founded,
                structure));
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
