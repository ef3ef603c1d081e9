package io.qiangcun.services.request.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;

/** What a post writes down of what somebody asks for. */
record RecordForm(
        String id,

        @NotBlank(message = "{services.request.missing.channel}")
        String channel,

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

        @Size(max = 40) String agentName,

        @Size(max = 200) String agentBasis,

        String agentIsMe) {

    RecordForm {
        id = Objects.requireNonNullElse(id, "");
        channel = Objects.requireNonNullElse(channel, "");
        item = Objects.requireNonNullElse(item, "");
        purpose = Objects.requireNonNullElse(purpose, "");
        matter = Objects.requireNonNullElse(matter, "");
        place = Objects.requireNonNullElse(place, "");
        applicant = Objects.requireNonNullElse(applicant, "");
        phone = Objects.requireNonNullElse(phone, "");
        priority = Objects.requireNonNullElse(priority, "");
        agentName = Objects.requireNonNullElse(agentName, "");
        agentBasis = Objects.requireNonNullElse(agentBasis, "");
        agentIsMe = Objects.requireNonNullElse(agentIsMe, "");
    }
}
