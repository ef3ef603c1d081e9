package io.qiangcun.core.people;

import io.qiangcun.core.place.PlaceCode;
import org.jspecify.annotations.Nullable;

/**
 * Records a person.
 *
 * @param id made when the form was shown, so that a form sent twice records one person
 * @param household the number of the household in its place; recorded along if it is new there
 * @param notTheSame whether who records it has looked at persons of the same name and birth date
 */
public record RegisterPerson(
        PersonId id,
        PlaceCode place,
        PersonDetails details,
        @Nullable String household,
        @Nullable IdentityNumber identityNumber,
        @Nullable PhoneNumber phone,
        boolean notTheSame) {

    /** The same, living there. */
    public RegisterPerson in(@Nullable String number) {
        return new RegisterPerson(id, place, details, number, identityNumber, phone, notTheSame);
    }
}
