package io.qiangcun.core.dashboard;

import static java.util.Comparator.comparing;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.dashboard.TodoProvider.Question;
import io.qiangcun.core.dashboard.TodoProvider.Urgency;
import io.qiangcun.core.place.Jurisdiction;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what waits for an account, all of it in one statement. */
@Service
@Transactional(readOnly = true)
public class Todos {

    private final ObjectProvider<TodoProvider> providers;
    private final JdbcClient database;
    private final Clock clock;

    Todos(ObjectProvider<TodoProvider> providers, JdbcClient database, Clock clock) {
        this.providers = providers;
        this.database = database;
        this.clock = clock;
    }

    /** What waits, none with a count of zero, the most urgent first. */
    public List<Todo> of(Jurisdiction jurisdiction, Actor actor, LocalDate today) {
        if (jurisdiction.equals(Jurisdiction.nowhere())) {
            return List.of();
        }
        var questions = providers
                .orderedStream()
                .map(provider -> provider.ask(actor))
                .flatMap(Optional::stream)
                .toList();
        if (questions.isEmpty()) {
            return List.of();
        }
        var counts = counts(questions, jurisdiction, actor, today);
        var todos = new ArrayList<Todo>();
        for (var at = 0; at < questions.size(); at++) {
            var matters = questions.get(at).matters();
            for (var which = 0; which < matters.size(); which++) {
                var matter = matters.get(which);
                long count = counts.get(at)[which];
                if (count > 0) {
                    todos.add(new Todo(matter.messageKey(), count, matter.href(), matter.urgency()));
                }
            }
        }
        todos.sort(comparing(Todo::urgency));
        return List.copyOf(todos);
    }

    private List<Long[]> counts(List<Question> questions, Jurisdiction jurisdiction, Actor actor, LocalDate today) {
        var all = IntStream.range(0, questions.size())
                .mapToObj(at -> "select %d as position, (%s) as counts"
                        .formatted(at, questions.get(at).counts()))
                .collect(Collectors.joining("\nunion all ", "select counts from (", ") todos order by position"));
        return database.sql(all)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("root", jurisdiction.root().value())
                .param("today", today)
                .param("now", OffsetDateTime.now(clock))
                .param("login", actor.login())
                .param("holder", actor.holder())
                .query((row, number) -> array(row.getArray("counts")))
                .list();
    }

    private static Long[] array(Array counts) throws SQLException {
        return (Long[]) counts.getArray();
    }

    /**
     * So many things wait.
     *
     * @param messageKey a sentence with the count as its argument
     */
    public record Todo(String messageKey, long count, String href, Urgency urgency) {}
}
