package io.qiangcun.party.training.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is ticked as having taken part. */
record ParticipantsForm(@Nullable List<String> persons) {

    ParticipantsForm {
        persons = persons == null ? List.of() : List.copyOf(persons);
    }
}
