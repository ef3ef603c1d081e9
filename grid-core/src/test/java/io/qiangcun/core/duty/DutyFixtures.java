package io.qiangcun.core.duty;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Branches in a fresh county with rules of the tests' own: a committee meeting every month, a members' meeting every
 * quarter, a report about every month.
 */
@Component
public class DutyFixtures {

    public static final String COMMITTEE_MEETING = "TEST_COMMITTEE_MEETING";
    public static final String MEMBERS_MEETING = "TEST_MEMBERS_MEETING";
    public static final String MONTHLY_REPORT = "MONTHLY_REPORT";

    private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);

    private final JdbcClient database;
    private final PlaceTree tree;
    private final TestSubjects subjects;
    private final DutyCalendar calendar;
    private final DutyQueries queries;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    @Autowired
    DutyFixtures(
            JdbcClient database,
            PlaceTree tree,
            TestSubjects subjects,
            DutyCalendar calendar,
            DutyQueries queries,
            ApplicationEventPublisher events,
            PlatformTransactionManager manager) {
        this.database = database;
        this.tree = tree;
        this.subjects = subjects;
        this.calendar = calendar;
        this.queries = queries;
        this.events = events;
        this.transaction = new TransactionTemplate(manager);
    }

    public PlaceFixtures county() {
        return PlaceFixtures.plantedIn(tree);
    }

    /** Owes a committee meeting every month. */
    public DutySubject branchWithCommittee(PlaceCode place) {
        return subjects.founded(place, "test.branch-with-committee");
    }

    /** Owes a members' meeting every quarter. */
    public DutySubject branch(PlaceCode place) {
        return subjects.founded(place, "test.branch");
    }

    DutySubject subject(PlaceCode place, String... traits) {
        return subjects.founded(place, traits);
    }

    DutySubject change(DutySubject subject, LocalDate since, LocalDate until) {
        return subjects.change(subject, since, until);
    }

    /** Generates the duties of 2026. */
    public DutiesGenerated generate(PlaceCode place) {
        return generate(place, YEAR, YEAR.plusYears(1).minusDays(1));
    }

    DutiesGenerated generate(PlaceCode place, LocalDate from, LocalDate to) {
        try (var scope = Scope.as(Jurisdiction.within(place))) {
            return calendar.generate(Jurisdiction.within(place), from, to);
        }
    }

    /** Keeps the calendar as the nightly job does, for one county. */
    void keep(PlaceCode county) {
        try (var scope = Scope.as(Jurisdiction.within(county))) {
            calendar.keep(Jurisdiction.within(county));
        }
    }

    /** Announces an event as a service would, in a transaction of the place's account. */
    public <E extends DomainEvent & PlaceBound> E announce(E event) {
        return at(
                event.placeCode(),
                () -> inTransaction(() -> {
                    events.publishEvent(event);
                    return event;
                }));
    }

    /** A meeting on the day, entered today. */
    public void hold(DutySubject subject, String kind, LocalDate on) {
        announce(MeetingHeld.by(subject, kind, on));
    }

    /** Does something for the account of a place. */
    public <T> T at(PlaceCode place, Supplier<T> work) {
        try (var account = SignedIn.here(database, place, null)) {
            return work.get();
        }
    }

    public <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    public List<DutyRow> dutiesOf(DutySubject subject) {
        return listed(subject.place(), new DutyFilter(null, subject.id(), null, null, null, null));
    }

    /** The monthly reports a village owes. */
    public List<DutyRow> reports(PlaceCode place) {
        return listed(place, new DutyFilter(null, null, "core.monthly-report", null, null, null));
    }

    private List<DutyRow> listed(PlaceCode place, DutyFilter filter) {
        return at(place, () -> queries.list(Jurisdiction.within(place), filter, Pageable.unpaged()).stream()
                .sorted(Comparator.comparing(DutyRow::dueOn))
                .toList());
    }

    /** The one duty of the subject that is due in the month. */
    public DutyRow duty(DutySubject subject, YearMonth month) {
        return dutiesOf(subject).stream()
                .filter(duty -> YearMonth.from(duty.dueOn()).equals(month))
                .findFirst()
                .orElseThrow();
    }
}
