package io.qiangcun.party.contact.web;

import io.qiangcun.core.people.HouseholdId;
import io.qiangcun.core.web.Typed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which households a member is to keep contact with. */
record AssignForm(String member, @Nullable List<String> households, String since) {

    AssignForm {
        member = Objects.requireNonNullElse(member, "");
        households = households == null ? List.of() : List.copyOf(households);
        since = Objects.requireNonNullElse(since, "");
    }

    static List<HouseholdId> ids(@Nullable List<String> households) {
        return households == null
                ? List.of()
                : households.stream()
                        .map(household -> Typed.sent(HouseholdId::valueOf, household))
                        .distinct()
                        .toList();
    }
}
