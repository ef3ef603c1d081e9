package io.qiangcun.services.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.calendar.OfficeHours;
import io.qiangcun.core.calendar.WorkTime;
import io.qiangcun.core.calendar.WorkingDays;
import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Days that count and days that do not. 16 November 2026 is a Monday. */
class RequestClockTests {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final WorkTime TIME = new WorkTime(
            new WorkingDays(Set.of(), Set.of()),
            List.of(new OfficeHours(
                    LocalDate.EPOCH, List.of(new OfficeHours.Opening(LocalTime.of(9, 0), LocalTime.of(17, 0))))));
    private static final PlaceCode VILLAGE = new PlaceCode("990001001201");
    private static final PlaceCode TOWNSHIP = new PlaceCode("990001001");
    private static final RequestId ID = new RequestId(UUID.randomUUID());

    private final List<ActLine> lines = new ArrayList<>();

    @Test
    void theDayOfAcceptanceIsNotCounted() {
        accepted("2026-11-16T10:00");

        assertThat(due(3)).isEqualTo("2026-11-19T23:59:59");
    }

    @Test
    void atOnceIsTheDayItselfOrTheNextThatIsWorked() {
        accepted("2026-11-16T10:00");
        assertThat(due(0)).isEqualTo("2026-11-16T23:59:59");
        lines.clear();
        accepted("2026-11-14T10:00");
        assertThat(due(0)).isEqualTo("2026-11-16T23:59:59");
    }

    @Test
    void whileItWaitsNobodyKnows() {
        accepted("2026-11-16T10:00");
        line("2026-11-17T00:00", RequestAct.PAUSE, RequestState.PROCESSING, RequestState.WAITING, VILLAGE);
        assertThat(due(3)).isNull();
        line("2026-11-24T00:00", RequestAct.RESUME, RequestState.WAITING, RequestState.PROCESSING, VILLAGE);
        assertThat(due(3)).isEqualTo("2026-11-26T23:59:59");
    }

    @Test
    void whoeverHasItHasNoMoreTime() {
        accepted("2026-11-16T10:00");
        line("2026-11-18T10:00", RequestAct.HAND_OVER, RequestState.ACCEPTED, RequestState.ACCEPTED, TOWNSHIP);

        assertThat(due(3)).isEqualTo("2026-11-19T23:59:59");
    }

    private void accepted(String at) {
        line(at, RequestAct.ACCEPT, RequestState.APPLIED, RequestState.ACCEPTED, VILLAGE);
    }

    private void line(String at, RequestAct act, RequestState from, RequestState to, PlaceCode holder) {
        lines.add(new ActLine(
                ID,
                VILLAGE,
                lines.size() + 1,
                instant(at),
                act,
                from,
                to,
                holder,
                null,
                "post",
                "person",
                VILLAGE,
                "evidence"));
    }

    private @Nullable String due(int days) {
        return RequestClock.due(lines, lines.get(0).at(), TIME, days, CHINA)
                .map(moment -> LocalDateTime.ofInstant(moment, CHINA).toString())
                .orElse(null);
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(CHINA).toInstant();
    }
}
