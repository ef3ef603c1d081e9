package io.qiangcun.party.points.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.points.EnterPoints;
import io.qiangcun.party.points.EntryId;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The form that enters a fact. Nobody is asked for a file. */
record EntryForm(
        String id,
        String organisation,
        String member,
        String rule,
        String source,
        String factOn,
        @Size(max = 200) String fact,
        @Size(max = 200) String evidence) {

    EntryForm {
        id = given(id);
        organisation = given(organisation);
        member = given(member);
        rule = given(rule);
        source = given(source);
        factOn = given(factOn);
        fact = given(fact);
        evidence = given(evidence);
    }

    static EntryForm empty(OrganisationId organisation, @Nullable MemberId member) {
        return new EntryForm(
                EntryId.next().toString(),
                organisation.toString(),
                member == null ? "" : member.toString(),
                "",
                "",
                "",
                "",
                "");
    }

    OrganisationId organisationId() {
        return Typed.sent(OrganisationId::valueOf, organisation);
    }

    Optional<EnterPoints> toCommand(BindingResult errors) {
        required("member", member, errors);
        required("rule", rule, errors);
        required("factOn", factOn, errors);
        required("fact", fact, errors);
        var on = Typed.date("factOn", factOn, errors);
        if (errors.hasErrors() || on == null) {
            return Optional.empty();
        }
        return Optional.of(new EnterPoints(
                Typed.sent(EntryId::valueOf, id),
                organisationId(),
                Typed.sent(MemberId::valueOf, member),
                rule,
                on,
                Typed.text(fact),
                Typed.text(evidence),
                source));
    }

    private static void required(String field, String text, BindingResult errors) {
        if (text.isBlank()) {
            errors.rejectValue(field, "party.points.missing." + field);
        }
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
