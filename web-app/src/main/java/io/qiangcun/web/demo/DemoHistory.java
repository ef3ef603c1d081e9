package io.qiangcun.web.demo;

import io.qiangcun.party.activity.ActivityId;
import io.qiangcun.party.activity.ActivityKind;
import io.qiangcun.party.activity.ActivityStatus;
import io.qiangcun.party.activity.PastActivity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the organisations did with what they owed: most of it in time, some late, some not at all; a few villages
 * struggle. And what they did without owing it.
 */
final class DemoHistory {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** One village in so many struggles. */
    private static final int STRUGGLING = 16;

    private static final Habit STEADY = new Habit(0.93, 0.064);
    private static final Habit STRUGGLES = new Habit(0.62, 0.32);

    /** Most meetings made up for follow within two weeks, some only when somebody insists. */
    private static final int SOON = 14;

    private static final int AT_LAST = 50;

    /** What seemed forgotten is made up for in the end, months later. */
    private static final int AFTER_ALL = 120;

    private static final double MADE_UP_SOON = 0.7;

    private static final double TRAINED_IN_A_MONTH = 0.4;
    private static final double TALKED_IN_A_MONTH = 0.25;
    private static final double STILL_A_DRAFT = 0.02;

    private static final Set<String> KINDS =
            Arrays.stream(ActivityKind.values()).map(Enum::name).collect(Collectors.toSet());

    private final LocalDate today;
    private final Instant now;
    private final DemoMinutes minutes = new DemoMinutes();
    private final Map<UUID, DemoOrganisation> organisations = new HashMap<>();
    private final List<PastActivity> activities = new ArrayList<>();
    private final List<DemoFulfilment> fulfilments = new ArrayList<>();

    DemoHistory(List<DemoOrganisation> organisations, LocalDate today, Instant now) {
        this.today = today;
        this.now = now;
        organisations.forEach(
                organisation -> this.organisations.put(organisation.id().value(), organisation));
    }

    List<PastActivity> activities() {
        return List.copyOf(activities);
    }

    List<DemoFulfilment> fulfilments() {
        return List.copyOf(fulfilments);
    }

    static boolean struggles(DemoOrganisation organisation) {
        return organisation.rural() && new DemoRandom("habit", organisation.login()).between(1, STRUGGLING) == 1;
    }

    /** Duties of other kinds than organisational life are somebody else's. */
    void live(List<DemoDuty> duties, LocalDate from) {
        for (var duty : duties) {
            var organisation = organisations.get(duty.dutySubject());
            if (organisation != null && KINDS.contains(duty.recordKind())) {
                fulfil(organisation, duty);
            }
        }
        for (var month = from.withDayOfMonth(1); !month.isAfter(today); month = month.plusMonths(1)) {
            for (var organisation : organisations.values()) {
                liveBeyondDuty(organisation, month);
            }
        }
    }

    private void fulfil(DemoOrganisation organisation, DemoDuty duty) {
        var random = new DemoRandom(organisation.login(), duty.recordKind(), duty.periodFrom());
        var habit = struggles(organisation) ? STRUGGLES : STEADY;
        var fate = random.between(0, 999) / 1000.0;
        if (fate < habit.inTime()) {
            var on = usualDay(duty, random);
            if (!on.isAfter(today)) {
                record(organisation, duty, on, false, random);
            }
        } else if (fate < habit.inTime() + habit.late()) {
            var on = duty.dueOn()
                    .plusDays(random.happens(MADE_UP_SOON) ? random.between(1, SOON) : random.between(SOON, AT_LAST));
            if (!on.isAfter(today)) {
                record(organisation, duty, on, true, random);
            }
        } else {
            var on = duty.dueOn().plusDays(random.between(AT_LAST, AFTER_ALL));
            if (!on.isAfter(today)) {
                record(organisation, duty, on, true, random);
            }
        }
    }

    /** Monthly things in the course of the month, the others in the last two thirds of their period. */
    private static LocalDate usualDay(DemoDuty duty, DemoRandom random) {
        var days = (int) ChronoUnit.DAYS.between(duty.periodFrom(), duty.periodTo());
        var monthly = days <= 31;
        return duty.periodFrom().plusDays(random.between(monthly ? 2 : days / 3, monthly ? days - 4 : days));
    }

    private void record(DemoOrganisation organisation, DemoDuty duty, LocalDate on, boolean late, DemoRandom random) {
        var kind = ActivityKind.valueOf(duty.recordKind());
        var entered = enteredAfter(on, random);
        // what was held these days is partly still being written
        var status = ChronoUnit.DAYS.between(on, today) < 5 && random.happens(STILL_A_DRAFT)
                ? ActivityStatus.DRAFT
                : ActivityStatus.SUBMITTED;
        add(organisation, kind, on, status, late ? duty.dutyId() : null, entered, random);
    }

    private void liveBeyondDuty(DemoOrganisation organisation, LocalDate month) {
        if (!organisation.kind().isBranch()) {
            return;
        }
        var random = new DemoRandom(organisation.login(), "beyond", month);
        perhaps(organisation, ActivityKind.TRAINING, TRAINED_IN_A_MONTH, month, random);
        perhaps(organisation, ActivityKind.TALK, TALKED_IN_A_MONTH, month, random);
    }

    private void perhaps(
            DemoOrganisation organisation, ActivityKind kind, double probability, LocalDate month, DemoRandom random) {
        var on = month.plusDays(random.between(0, 27));
        if (random.happens(probability) && !on.isAfter(today)) {
            add(organisation, kind, on, ActivityStatus.SUBMITTED, null, enteredAfter(on, random), random);
        }
    }

    private void add(
            DemoOrganisation organisation,
            ActivityKind kind,
            LocalDate on,
            ActivityStatus status,
            @Nullable UUID makesUpFor,
            Instant entered,
            DemoRandom random) {
        var key = "demo:" + organisation.login() + kind + on + activities.size();
        var id = new ActivityId(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
        activities.add(new PastActivity(
                id,
                organisation.id(),
                organisation.place(),
                status,
                minutes.of(organisation, kind, on, random),
                makesUpFor,
                entered,
                organisation.login(),
                organisation.holder()));
        if (status == ActivityStatus.SUBMITTED) {
            fulfilments.add(new DemoFulfilment(
                    organisation.place(),
                    id.value(),
                    kind.name(),
                    id.href(),
                    organisation.id().value(),
                    on,
                    on,
                    makesUpFor,
                    entered));
        }
    }

    private Instant enteredAfter(LocalDate on, DemoRandom random) {
        var entered = on.plusDays(random.between(0, 2))
                .atTime(random.between(9, 20), random.between(0, 59))
                .atZone(CHINA)
                .toInstant();
        return entered.isAfter(now) ? now : entered;
    }

    /**
     * How well an organisation does.
     *
     * @param inTime the share of what it owes that it does in time
     * @param late the share that it does late; the rest it does months later
     */
    private record Habit(double inTime, double late) {}
}
