package io.qiangcun.core.warning;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Explains the clock of anything that has a due date under a rule, whether or not there is a warning yet. */
@Service
@Transactional(readOnly = true)
public class WarningExplanations {

    private final JdbcClient database;
    private final WarningSteps steps;
    private final WorkingCalendar calendar;
    private final MessageSource messages;

    WarningExplanations(JdbcClient database, WarningSteps steps, WorkingCalendar calendar, MessageSource messages) {
        this.database = database;
        this.steps = steps;
        this.calendar = calendar;
        this.messages = messages;
    }

    /** How the clock stood, or stands, on the day. */
    public Explanation explain(String rule, PlaceCode place, LocalDate dueOn, LocalDate on) {
        return Explanation.of(dueOn, on, steps.of(rule, on).over(place), calendar.workingDays());
    }

    /** The steps of a rule that hold in the jurisdiction on the day. */
    public StepTable steps(String rule, Jurisdiction jurisdiction, LocalDate on) {
        return WarningSteps.presentIn(steps.of(rule, on), jurisdiction);
    }

    /** The steps of a rule and what places made of them. */
    public StepHistory history(String rule, Jurisdiction jurisdiction, LocalDate today) {
        return steps.history(rule, jurisdiction, today);
    }

    /** The names of those who answer for a matter of the place at each level. */
    public Map<HolderLevel, String> holders(PlaceCode place) {
        var codes = Arrays.stream(HolderLevel.values())
                .collect(toMap(level -> level, level -> level.over(place).value()));
        var names = database
                .sql("select place_code, name from place where place_code in (:codes)")
                .param("codes", Set.copyOf(codes.values()))
                .query((rs, i) -> Map.entry(rs.getString("place_code"), rs.getString("name")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return codes.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> names.getOrDefault(entry.getValue(), entry.getValue())));
    }

    /** Sentence by sentence; without what comes next if the clock no longer runs. */
    public List<String> inWords(Explanation explanation, Map<HolderLevel, String> holders, boolean running) {
        return explanation.sentences(holders, running).stream()
                .map(sentence -> sentence.in(messages))
                .toList();
    }
}
