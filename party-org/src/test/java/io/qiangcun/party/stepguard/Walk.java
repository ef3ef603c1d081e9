package io.qiangcun.party.stepguard;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.procedure.CaseDetail;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.CaseQueries;
import io.qiangcun.core.procedure.CaseService;
import io.qiangcun.core.procedure.StartCase;
import io.qiangcun.core.procedure.StepState;
import io.qiangcun.core.procedure.TakeStep;
import io.qiangcun.core.procedure.Tally;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Walks a case through its steps, each by the account whose move it is, on a clock that moves along. */
@Component
class Walk {

    private final PlaceTree tree;
    private final CaseService service;
    private final CaseQueries queries;
    private final CurrentAccount current;
    private final JdbcClient database;
    private final TestClock clock;

    Walk(
            PlaceTree tree,
            CaseService service,
            CaseQueries queries,
            CurrentAccount current,
            JdbcClient database,
            TestClock clock) {
        this.tree = tree;
        this.service = service;
        this.queries = queries;
        this.current = current;
        this.database = database;
        this.clock = clock;
    }

    PlaceFixtures county() {
        return PlaceFixtures.plantedIn(tree);
    }

    CaseId start(String code, PlaceCode place, String subject, String day) {
        clock.set(LocalDate.parse(day));
        return at(
                place,
                () -> service.start(
                        current.jurisdiction(),
                        current.actor(),
                        new StartCase(CaseId.next(), code, place, null, subject, LocalDate.parse(day))));
    }

    UUID take(CaseId id, PlaceCode place, String step, String day, Map<String, String> evidence) {
        var outcomes = show(place, id).template().step(step).outcomes();
        return take(id, place, step, day, outcomes.get(0).code(), evidence, null, null);
    }

    UUID take(
            CaseId id,
            PlaceCode place,
            String step,
            String day,
            String outcome,
            Map<String, String> evidence,
            @Nullable Tally tally,
            @Nullable LocalDate noticedOn) {
        clock.set(LocalDate.parse(day));
        var by = show(place, id).template().step(step).level().over(place);
        var act = UUID.randomUUID();
        var seen = show(place, id).actsOn(step).size();
        var command =
                new TakeStep(act, seen, step, LocalDate.parse(day), outcome, evidence, tally, noticedOn, null, "");
        at(by, () -> {
            service.take(current.jurisdiction(), current.actor(), id, command, List.of());
            return act;
        });
        return act;
    }

    void close(CaseId id, PlaceCode place, UUID act, String day) {
        clock.set(LocalDate.parse(day));
        at(place, () -> {
            service.close(current.jurisdiction(), current.actor(), id, act, LocalDate.parse(day));
            return act;
        });
    }

    CaseDetail show(PlaceCode place, CaseId id) {
        return at(place, () -> queries.show(current.jurisdiction(), id));
    }

    StepState stateOf(PlaceCode place, CaseId id, String step) {
        return show(place, id).timeLine().line(step).state();
    }

    <T> T at(PlaceCode by, Supplier<T> work) {
        try (var here = SignedIn.here(database, by, null)) {
            return work.get();
        }
    }
}
