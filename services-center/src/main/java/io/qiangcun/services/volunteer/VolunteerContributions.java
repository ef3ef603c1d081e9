package io.qiangcun.services.volunteer;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.core.dashboard.TodoProvider.Matter;
import io.qiangcun.core.dashboard.TodoProvider.Question;
import io.qiangcun.core.dashboard.TodoProvider.Urgency;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.register.RegisterAuthorities;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What turns tell the rest of the house. */
@Configuration(proxyBeanMethods = false)
class VolunteerContributions {

    private static final String OWN = "p.place_code = :root";

    /** The coming week has gaps; the month before it has turns of which nobody noted who was there. */
    private static final Question ASKED = new Question(
            "select array[(select count(*) from ("
                    + Turns.TURNS.formatted(
                            "cast(:today as date) - " + Turns.LOOKED_BACK, "cast(:today as date) - 1", OWN)
                    + ") w where w.untold > 0), (select count(*) from ("
                    + Turns.TURNS.formatted("cast(:today as date)", "cast(:today as date) + 6", OWN)
                    + ") w where w.taken < w.needs)]",
            List.of(
                    new Matter("services.volunteer.todo.untold", "/services/volunteers?untold=true", Urgency.DUE),
                    new Matter("services.volunteer.todo.short", "/services/volunteers", Urgency.WAITING)));

    @Bean
    NavigationEntry volunteerNavigation() {
        return new NavigationEntry("services.volunteer.title", "/services/volunteers", 498, RegisterAuthorities.READ);
    }

    @Bean
    TodoProvider volunteerTodos(CurrentAccount account) {
        return actor -> account.may(RegisterAuthorities.WRITE) ? Optional.of(ASKED) : Optional.empty();
    }
}
