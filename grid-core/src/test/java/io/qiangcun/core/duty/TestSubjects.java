package io.qiangcun.core.duty;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Owes what the tests want it to owe. */
@Component
class TestSubjects implements DutySubjects {

    private final Map<UUID, DutySubject> subjects = new ConcurrentHashMap<>();

    @Override
    public List<DutySubject> subjects(Jurisdiction jurisdiction) {
        return subjects.values().stream()
                .filter(subject -> jurisdiction.covers(subject.place()))
                .toList();
    }

    DutySubject founded(PlaceCode place, String... traits) {
        return put(new DutySubject(
                UUID.randomUUID(), place, "Branch of " + place, Set.of(traits), LocalDate.of(2020, 1, 1), null));
    }

    DutySubject change(DutySubject subject, LocalDate since, @Nullable LocalDate until) {
        return put(new DutySubject(subject.id(), subject.place(), subject.name(), subject.traits(), since, until));
    }

    private DutySubject put(DutySubject subject) {
        subjects.put(subject.id(), subject);
        return subject;
    }
}
