package io.qiangcun.party.member.web;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.member.EnrolMember;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.member.Standing;
import io.qiangcun.party.organisation.OrganisationId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The form that enrols a person. */
record EnrolForm(String id, String person, String organisation, String standing, String joinedOn, String fullOn) {

    EnrolForm {
        id = given(id);
        person = given(person);
        organisation = given(organisation);
        standing = given(standing);
        joinedOn = given(joinedOn);
        fullOn = given(fullOn);
    }

    static EnrolForm of(PersonId person, String organisation) {
        return new EnrolForm(MemberId.next().toString(), person.toString(), organisation, "", "", "");
    }

    PersonId personId() {
        return Typed.sent(PersonId::valueOf, person);
    }

    Optional<EnrolMember> toCommand(BindingResult errors) {
        required("organisation", organisation, errors);
        required("standing", standing, errors);
        required("joinedOn", joinedOn, errors);
        var joined = Typed.date("joinedOn", joinedOn, errors);
        var full = Typed.date("fullOn", fullOn, errors);
        if (errors.hasErrors() || joined == null) {
            return Optional.empty();
        }
        return Optional.of(new EnrolMember(
                Typed.sent(MemberId::valueOf, id),
                personId(),
                Typed.sent(OrganisationId::valueOf, organisation),
                Typed.sent(Standing::valueOf, standing),
                joined,
                full));
    }

    private static void required(String field, String text, BindingResult errors) {
        if (text.isBlank()) {
            errors.rejectValue(field, "party.member.missing." + field);
        }
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
