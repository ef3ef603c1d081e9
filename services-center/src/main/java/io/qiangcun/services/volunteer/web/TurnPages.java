package io.qiangcun.services.volunteer.web;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.register.RegisterColumn.Choice;
import io.qiangcun.core.register.RegisterQueries;
import io.qiangcun.services.volunteer.Turns;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the pages of turns have in common. */
@Component
class TurnPages {

    private final RegisterQueries registers;

    TurnPages(RegisterQueries registers) {
        this.registers = registers;
    }

    /** The parts of the day as the county calls them. */
    Map<String, String> slots(Jurisdiction jurisdiction) {
        return registers.register(jurisdiction, Turns.SHIFTS).definition().column("slot").choices().stream()
                .collect(toMap(Choice::code, Choice::label));
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
