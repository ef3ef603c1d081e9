package io.qiangcun.party.activity;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.member.MemberQueries;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.OrganisationId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads organisational life. */
@Service
@Transactional(readOnly = true)
public class ActivityQueries {

    private static final String MAY_READ = "hasAuthority('" + PartyAuthorities.READ_ACTIVITIES + "')";

    private static final int SUGGESTIONS = 8;

    private static final String INSIDE = " where a.place_code >= :lo and a.place_code < :hi";

    /** What is only shown is joined so that counting can leave it out. */
    private static final String ROWS = """
            select a.activity_id, p.name as place_name, o.name as organisation_name, a.kind, a.status, a.held_on,
              a.starts_at, a.venue, a.topic, a.host, a.recorder, a.expected_count, a.present_count, a.decision_count,
              a.hours, a.edition
            from party_activity a
              left join party_organisation o on o.organisation_id = a.organisation_id
              left join place p on p.place_code = a.place_code
            """ + INSIDE;

    private static final String NEWEST_FIRST = " order by a.held_on desc, a.activity_id";

    private final Activities activities;
    private final ActivityMapper mapper;
    private final MemberQueries members;
    private final JdbcClient database;
    private final Clock clock;

    ActivityQueries(
            Activities activities, ActivityMapper mapper, MemberQueries members, JdbcClient database, Clock clock) {
        this.activities = activities;
        this.mapper = mapper;
        this.members = members;
        this.database = database;
        this.clock = clock;
    }

    @PreAuthorize(MAY_READ)
    public Optional<ActivityView> find(Jurisdiction jurisdiction, ActivityId id) {
        return activities.findById(id, jurisdiction).map(mapper::toView);
    }

    /** Newest first. */
    @PreAuthorize(MAY_READ)
    public Page<ActivityRow> list(Jurisdiction jurisdiction, ActivityFilter filter, Pageable page) {
        return listed(jurisdiction, filter).page(database, NEWEST_FIRST, page, ActivityRow.class);
    }

    /** All rows of a list, however many, handed over while they are read. */
    @PreAuthorize(MAY_READ)
    public void read(Jurisdiction jurisdiction, ActivityFilter filter, Consumer<Iterable<ActivityRow>> reader) {
        listed(jurisdiction, filter).read(database, NEWEST_FIRST, ActivityRow.class, reader);
    }

    /** From the last records of the kind; if there are none, place and people come from the last of any kind. */
    @PreAuthorize(MAY_READ)
    public Prefill prefill(Jurisdiction jurisdiction, OrganisationBrief organisation, ActivityKind kind) {
        var last = bound("""
                select a.kind, a.starts_at, a.venue, a.topic, a.host, a.recorder, a.expected_count
                from party_activity a
                where a.place_code >= :lo and a.place_code < :hi and a.organisation_id = :organisation
                  and a.status in ('DRAFT', 'SUBMITTED')
                order by a.kind = :kind desc, a.held_on desc, a.recorded_at desc
                limit :limit
                """, jurisdiction)
                .param("organisation", organisation.id().value())
                .param("kind", kind.name())
                .param("limit", SUGGESTIONS)
                .query(Earlier.class)
                .list();
        var ofKind = last.stream().filter(earlier -> earlier.kind() == kind).toList();
        var topics = ofKind.stream()
                .map(Earlier::topic)
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .toList();
        var recorded = isOfAll(kind) ? members.toAttend(jurisdiction, organisation.id()) : Optional.<Integer>empty();
        var expected = recorded.isPresent() ? recorded.get() : expectedOf(kind, organisation);
        if (last.isEmpty()) {
            return new Prefill(null, "", "", "", expected, topics);
        }
        var latest = last.get(0);
        return ofKind.isEmpty()
                ? new Prefill(null, latest.venue(), latest.host(), latest.recorder(), expected, topics)
                : new Prefill(
                        latest.startsAt(),
                        latest.venue(),
                        latest.host(),
                        latest.recorder(),
                        recorded.isPresent() ? expected : latest.expectedCount(),
                        topics);
    }

    /** For each kind, in the order of the kinds. */
    @PreAuthorize(MAY_READ)
    public List<KindSummary> kinds(Jurisdiction jurisdiction, OrganisationId organisation) {
        var known = bound("""
                select a.kind, count(*) filter (where a.held_on >= :year) as this_year, max(a.held_on) as last
                from party_activity a
                where a.place_code >= :lo and a.place_code < :hi and a.organisation_id = :organisation
                  and a.status = 'SUBMITTED'
                group by a.kind
                """, jurisdiction)
                .param("organisation", organisation.value())
                .param("year", LocalDate.now(clock).withDayOfYear(1))
                .query(KindSummary.class)
                .stream()
                .collect(Collectors.toMap(KindSummary::kind, Function.identity()));
        return Arrays.stream(ActivityKind.values())
                .map(kind -> known.getOrDefault(kind, new KindSummary(kind, 0, null)))
                .toList();
    }

    boolean isAnything(Jurisdiction jurisdiction) {
        return bound("select exists (select 1 from party_activity a" + INSIDE + ")", jurisdiction)
                .query(Boolean.class)
                .single();
    }

    /** The quorum that applied to the kind on the day, where a rule sets one. */
    public Optional<Quorum> quorum(ActivityKind kind, LocalDate on) {
        return database.sql("""
                select at_least, basis, text from party_quorum_rule
                where kind = :kind and valid_from <= :on and (valid_to is null or valid_to > :on)
                """)
                .param("kind", kind.name())
                .param("on", on)
                .query(Quorum.class)
                .optional();
    }

    /** What a reader of the record should know. */
    public List<Check> checks(ActivityContent content) {
        var checks = new ArrayList<Check>();
        var expected = content.expectedCount();
        var present = content.presentCount();
        if (expected != null && present != null && expected > 0) {
            quorum(content.kind(), content.heldOn()).ifPresent(quorum -> {
                var met = quorum.isMet(present, expected);
                checks.add(Check.of(
                        met,
                        met ? "quorum-met" : "quorum-unmet",
                        quorum.basis() + " " + quorum.text(),
                        expected,
                        present,
                        quorum.fewest(expected)));
            });
            if (present < expected && content.absences().isEmpty()) {
                checks.add(Check.of(false, "absences-unexplained", null, expected - present));
            }
        }
        if (content.kind().countsAttendance() && content.recorder().isEmpty()) {
            checks.add(Check.of(false, "no-recorder", null));
        } else if (!content.recorder().isEmpty() && content.recorder().equals(content.host())) {
            checks.add(Check.of(false, "host-records", null));
        }
        return checks;
    }

    /** As the organisation declares it. */
    private static @Nullable Integer expectedOf(ActivityKind kind, OrganisationBrief organisation) {
        return isOfAll(kind) && organisation.memberCount() > 0 ? organisation.memberCount() : null;
    }

    private static boolean isOfAll(ActivityKind kind) {
        return switch (kind) {
            case MEMBERS_MEETING, LECTURE, THEME_DAY, ORG_LIFE_MEETING, DEMOCRATIC_REVIEW -> true;
            case COMMITTEE_MEETING, GROUP_MEETING, TALK, TRAINING -> false;
        };
    }

    private static ScopedList listed(Jurisdiction jurisdiction, ActivityFilter filter) {
        var month = filter.month();
        var organisation = filter.organisation();
        var status = filter.status();
        var list = ScopedList.of(ROWS, jurisdiction)
                .and("a.kind = :kind", "kind", filter.kind())
                .and(
                        "a.organisation_id = :organisation",
                        "organisation",
                        organisation == null ? null : organisation.value())
                .and("a.status = :status", "status", status)
                .andIf(status == null, "a.status <> 'DISCARDED'")
                .and("""
                        (strpos(concat_ws(' ', a.topic, a.venue, a.host, a.summary, a.decisions), :text) > 0
                          or a.organisation_id in (select o.organisation_id from party_organisation o
                            where o.place_code >= :lo and o.place_code < :hi and strpos(o.name, :text) > 0))
                        """, "text", filter.text());
        return month == null
                ? list
                : list.and("a.held_on between :first and :last", "first", month.atDay(1))
                        .with("last", month.atEndOfMonth());
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    private record Earlier(
            ActivityKind kind,
            @Nullable LocalTime startsAt,
            String venue,
            String topic,
            String host,
            String recorder,
            @Nullable Integer expectedCount) {}
}
