package io.qiangcun.core.procedure.web;

import io.qiangcun.core.people.PersonBrief;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.StartCase;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Many persons for each of whom a case is to begin.
 *
 * @param batch made when the form was rendered; the ids of the cases follow from it
 */
record StartManyForm(
        @Nullable UUID batch, List<UUID> subjects, @Nullable LocalDate startedOn) {

    StartManyForm {
        subjects = subjects == null ? List.of() : List.copyOf(subjects);
    }

    StartCase toCommand(String code, UUID batch, PersonBrief subject) {
        var id = UUID.nameUUIDFromBytes((batch + subject.id().toString()).getBytes(StandardCharsets.UTF_8));
        return new StartCase(new CaseId(id), code, subject.place(), subject.id().value(), "", startedOn);
    }
}
