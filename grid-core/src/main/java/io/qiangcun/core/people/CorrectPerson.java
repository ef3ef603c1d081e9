package io.qiangcun.core.people;

import org.jspecify.annotations.Nullable;

/**
 * Puts right what is recorded of a person.
 *
 * @param identityNumber null keeps the one there is
 * @param forgetIdentityNumber removes it
 * @param phone null keeps the one there is
 * @param forgetPhone removes it
 */
public record CorrectPerson(
        PersonId person,
        long version,
        PersonDetails details,
        @Nullable String household,
        @Nullable IdentityNumber identityNumber,
        boolean forgetIdentityNumber,
        @Nullable PhoneNumber phone,
        boolean forgetPhone) {}
