package io.qiangcun.services.request.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;

/**
 * What somebody without an account types.
 *
 * @param ordinary whether it is no emergency, whatever the words hint at
 * @param about complained of, if it is a complaint: a place, or {@link #ANOTHER} authority
 * @param seen whether he read the standard answers and asks all the same
 * @param website seen by machines only; whoever fills it in is one
 */
record AskForm(
        String id,
        String item,
        String purpose,

        @NotBlank(message = "{services.request.missing.matter}")
        @Size(max = 1000, message = "{services.request.missing.too-long}")
        String matter,

        @NotBlank(message = "{services.request.missing.place}")
        String place,

        @NotBlank(message = "{services.request.missing.applicant}") @Size(max = 40)
        String applicant,

        @NotBlank(message = "{services.request.missing.phone}")
        String phone,

        String priority,
        String website,
        String ordinary,
        String about,
        String seen) {

    static final String ANOTHER = "OTHER";

    AskForm {
        id = Objects.requireNonNullElse(id, "");
        item = Objects.requireNonNullElse(item, "");
        purpose = Objects.requireNonNullElse(purpose, "");
        matter = Objects.requireNonNullElse(matter, "");
        place = Objects.requireNonNullElse(place, "");
        applicant = Objects.requireNonNullElse(applicant, "");
        phone = Objects.requireNonNullElse(phone, "");
        priority = Objects.requireNonNullElse(priority, "");
        website = Objects.requireNonNullElse(website, "");
        ordinary = Objects.requireNonNullElse(ordinary, "");
        about = Objects.requireNonNullElse(about, "");
        seen = Objects.requireNonNullElse(seen, "");
    }
}
