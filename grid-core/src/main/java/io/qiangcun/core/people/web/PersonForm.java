package io.qiangcun.core.people.web;

import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.people.CorrectPerson;
import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.IdentityNumber;
import io.qiangcun.core.people.PersonDetails;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PersonView;
import io.qiangcun.core.people.PhoneNumber;
import io.qiangcun.core.people.RegisterPerson;
import io.qiangcun.core.people.Sex;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Typed;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * The form of a person, for recording and for putting right; everything is kept as it was typed. An identity number says
 * birth date and sex by itself.
 */
record PersonForm(
        String id,
        String version,
        String place,
        String name,
        String identityNumber,
        @Nullable Boolean forgetIdentityNumber,
        String bornOn,
        String sex,
        String education,
        String ethnicGroup,
        String household,
        String phone,
        @Nullable Boolean forgetPhone,
        @Nullable Boolean notTheSame) {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_WORD = 30;

    PersonForm {
        id = given(id);
        version = given(version);
        place = given(place);
        name = given(name);
        identityNumber = given(identityNumber);
        forgetIdentityNumber = Boolean.TRUE.equals(forgetIdentityNumber);
        bornOn = given(bornOn);
        sex = given(sex);
        education = given(education);
        ethnicGroup = given(ethnicGroup);
        household = given(household);
        phone = given(phone);
        forgetPhone = Boolean.TRUE.equals(forgetPhone);
        notTheSame = Boolean.TRUE.equals(notTheSame);
    }

    static PersonForm empty(String place) {
        return new PersonForm(
                PersonId.next().toString(), "0", place, "", "", false, "", "", "", "", "", "", false, false);
    }

    static PersonForm of(PersonView person) {
        var details = person.details();
        return new PersonForm(
                person.id().toString(),
                Long.toString(person.version()),
                person.place().value(),
                details.name(),
                "",
                false,
                details.bornOn().toString(),
                details.sex().name(),
                details.education().name(),
                given(details.ethnicGroup()),
                given(person.householdNumber()),
                "",
                false,
                false);
    }

    PersonForm basedOn(PersonView current) {
        return new PersonForm(
                id,
                Long.toString(current.version()),
                place,
                name,
                identityNumber,
                forgetIdentityNumber,
                bornOn,
                sex,
                education,
                ethnicGroup,
                household,
                phone,
                forgetPhone,
                notTheSame);
    }

    Optional<RegisterPerson> toRegister(BindingResult errors) {
        required("place", place, errors);
        return parts(errors)
                .map(parts -> new RegisterPerson(
                        Typed.sent(PersonId::valueOf, id),
                        Typed.sent(PlaceCode::valueOf, place),
                        parts.details(),
                        optional(household),
                        parts.identityNumber(),
                        parts.phone(),
                        Boolean.TRUE.equals(notTheSame)));
    }

    Optional<CorrectPerson> toCorrect(PersonId person, BindingResult errors) {
        return parts(errors)
                .map(parts -> new CorrectPerson(
                        person,
                        Typed.sent(Long::parseLong, version),
                        parts.details(),
                        optional(household),
                        parts.identityNumber(),
                        Boolean.TRUE.equals(forgetIdentityNumber),
                        parts.phone(),
                        Boolean.TRUE.equals(forgetPhone)));
    }

    private Optional<Parts> parts(BindingResult errors) {
        var number = optional(identityNumber) == null ? null : read(IdentityNumber::typed, identityNumber, errors);
        var reach = optional(phone) == null ? null : read(PhoneNumber::typed, phone, errors);
        required("name", name, errors);
        notLonger("name", name, LONGEST_NAME, errors);
        notLonger("ethnicGroup", ethnicGroup, LONGEST_WORD, errors);
        notLonger("household", household, LONGEST_WORD, errors);
        required("education", education, errors);
        var born = Typed.date("bornOn", bornOn, errors);
        if (born == null && number != null) {
            born = number.bornOn();
        } else if (number == null) {
            required("bornOn", bornOn, errors);
        }
        var which = sex.isEmpty() ? null : Typed.sent(Sex::valueOf, sex);
        if (which == null && number != null) {
            which = number.sex();
        } else if (number == null) {
            required("sex", sex, errors);
        }
        if (errors.hasErrors() || born == null || which == null) {
            return Optional.empty();
        }
        var details = new PersonDetails(
                Typed.text(name), which, born, Typed.sent(Education::valueOf, education), optional(ethnicGroup));
        return Optional.of(new Parts(details, number, reach));
    }

    private static <T> @Nullable T read(Function<String, T> reader, String text, BindingResult errors) {
        try {
            return reader.apply(text);
        } catch (RuleViolated wrong) {
            FormErrors.reject(wrong, errors);
            return null;
        }
    }

    private static void required(String field, String text, BindingResult errors) {
        if (text.isBlank()) {
            errors.rejectValue(field, "core.people.missing." + field);
        }
    }

    private static void notLonger(String field, String text, int limit, BindingResult errors) {
        if (text.length() > limit) {
            errors.rejectValue(field, "core.people.too-long", new Object[] {limit}, null);
        }
    }

    private static @Nullable String optional(String text) {
        return text.isBlank() ? null : Typed.text(text);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private record Parts(
            PersonDetails details,
            @Nullable IdentityNumber identityNumber,
            @Nullable PhoneNumber phone) {}
}
