package io.qiangcun.services.feedback.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;

/**
 * What somebody types about the software or the work.
 *
 * @param unknown whether somebody who is signed in does not want to be known
 * @param website seen by machines only; whoever fills it in is one
 */
record FeedbackForm(
        String id,

        @NotBlank(message = "{services.feedback.missing.county}")
        String county,

        @NotBlank(message = "{services.feedback.missing.kind}")
        String kind,

        String page,

        @NotBlank(message = "{services.feedback.missing.words}")
        @Size(max = 1000, message = "{services.feedback.missing.too-long}")
        String words,

        String phone,
        String unknown,
        String website) {

    FeedbackForm {
        id = Objects.requireNonNullElse(id, "");
        county = Objects.requireNonNullElse(county, "");
        kind = Objects.requireNonNullElse(kind, "");
        page = Objects.requireNonNullElse(page, "");
        words = Objects.requireNonNullElse(words, "");
        phone = Objects.requireNonNullElse(phone, "");
        unknown = Objects.requireNonNullElse(unknown, "");
        website = Objects.requireNonNullElse(website, "");
    }
}
