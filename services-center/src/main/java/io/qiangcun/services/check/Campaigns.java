package io.qiangcun.services.check;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.core.register.RegisterColumn;
import io.qiangcun.core.register.RegisterEdition;
import io.qiangcun.core.register.RegisterEditions;
import io.qiangcun.services.ServicesAuthorities;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks centres to check themselves, and counts what they answered. */
@Service
@Transactional
public class Campaigns {

    /** The register whose columns are the standard and whose rows are the checks. */
    public static final String REGISTER = "services.centre-check";

    private static final String MAY_READ = "hasAuthority('" + ServicesAuthorities.READ_CENTRES + "')";
    private static final String MAY_OVERSEE = "hasAuthority('" + ServicesAuthorities.OVERSEE_CENTRES + "')";
    private static final String ITEM = "item[0-9]+";

    private static final String ROWS = """
            select k.campaign_id, k.title, k.from_on, k.until_on, k.ended_on, k.ended_reason, coalesce(a.asked, 0) as asked,
              coalesce(a.answered, 0) as answered, coalesce(a.met, 0) as met, coalesce(a.unmet, 0) as unmet
            from services_check_campaign k
              left join lateral (select count(*) as asked, count(q.row_id) as answered, sum(q.met) as met, sum(q.unmet) as unmet
                from services_check_asked q
                where q.campaign_id = k.campaign_id and q.place_code >= :lo and q.place_code < :hi) a on true
            where k.within = :county
            """;

    private final JdbcClient database;
    private final RegisterEditions editions;
    private final CurrentAccount account;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Campaigns(
            JdbcClient database,
            RegisterEditions editions,
            CurrentAccount account,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.editions = editions;
        this.account = account;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What the standard of a county is made of.
     *
     * @param worded items that the county has named and uses
     * @param open items that nobody has named yet and that are not out of use
     */
    public record Standard(List<String> worded, int open) {

        public Standard {
            worded = List.copyOf(worded);
        }

        /** Whether anybody can be asked to check himself by it. */
        public boolean isUsable() {
            return open == 0 && !worded.isEmpty();
        }
    }

    /** As it is worded now in the county that the jurisdiction lies in. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public Standard standard(Jurisdiction jurisdiction) {
        return standard(edition(jurisdiction));
    }

    private RegisterEdition edition(Jurisdiction jurisdiction) {
        return editions.inForce(REGISTER, jurisdiction.root().county())
                .orElseThrow(() -> new CampaignNotFound(REGISTER));
    }

    private Standard standard(RegisterEdition edition) {
        var original = editions.builtIn(REGISTER).orElse(edition).definition();
        var used = edition.definition().columns().stream()
                .filter(column -> column.code().matches(ITEM) && !column.retired())
                .toList();
        var worded = used.stream()
                .map(RegisterColumn::label)
                .filter(label -> original.columns().stream()
                        .noneMatch(slot -> slot.label().equals(label)))
                .toList();
        return new Standard(worded, used.size() - worded.size());
    }

    /**
     * A campaign and what was answered in a jurisdiction.
     *
     * @param asked centres and points in use on its last day
     * @param answered those of them that have checked themselves
     * @param met items met, over all of them
     */
    public record View(
            UUID campaignId,
            String title,
            LocalDate fromOn,
            LocalDate untilOn,
            @Nullable LocalDate endedOn,
            String endedReason,
            long asked,
            long answered,
            long met,
            long unmet) {

        public CampaignId id() {
            return new CampaignId(campaignId);
        }

        public long unanswered() {
            return asked - answered;
        }
    }

    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<View> campaigns(Jurisdiction jurisdiction) {
        return in(jurisdiction, ROWS + " order by k.until_on desc, k.title")
                .query(View.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public View find(Jurisdiction jurisdiction, CampaignId id) {
        return in(jurisdiction, ROWS + " and k.campaign_id = :id")
                .param("id", id.value())
                .query(View.class)
                .optional()
                .orElseThrow(() -> new CampaignNotFound(id));
    }

    /**
     * A centre that was asked.
     *
     * @param rowId the row of the register with its answer, null while there is none
     */
    public record Asked(
            UUID centreId,
            String placeCode,
            String placeName,
            @Nullable String townshipName,
            String name,
            @Nullable UUID rowId,
            @Nullable LocalDate checkedOn,
            long met,
            long unmet) {}

    /** Place by place. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public Page<Asked> asked(Jurisdiction jurisdiction, CampaignId id, boolean unanswered, Pageable page) {
        return ScopedList.of("""
                        select q.centre_id, q.place_code, p.name as place_name, t.name as township_name, q.name, q.row_id, q.checked_on,
                          q.met, q.unmet
                        from services_check_asked q join place p on p.place_code = q.place_code
                          left join place t on t.place_code = left(q.place_code, 9) and length(q.place_code) > 9
                        where q.campaign_id = :id and q.place_code >= :lo and q.place_code < :hi
                        """, jurisdiction)
                .with("id", id.value())
                .andIf(unanswered, "q.row_id is null")
                .page(database, "order by q.place_code, q.name", page, Asked.class);
    }

    /** What is asked, and until when. */
    public record Open(CampaignId id, String title, LocalDate until) {}

    /** Every centre of the county is asked from today on. Nobody is asked by a standard that says nothing. */
    @PreAuthorize(MAY_OVERSEE)
    public void open(Jurisdiction jurisdiction, Actor actor, Open command) {
        requireCounty(jurisdiction);
        var today = LocalDate.now(clock);
        var edition = edition(jurisdiction);
        if (!standard(edition).isUsable()) {
            throw new CampaignRefused(null, "not-worded");
        }
        if (command.until().isBefore(today)) {
            throw new CampaignRefused("until", "past", today);
        }
        var recorded = Recorded.by(actor, clock.instant());
        var written = database.sql("""
                        insert into services_check_campaign (campaign_id, within, title, edition_id, from_on, until_on, ended_reason,
                          recorded_at, recorded_by, recorded_by_person)
                        values (:id, :county, :title, :edition, :from, :until, '', :at, :post, :holder)
                        on conflict (campaign_id) do nothing
                        """)
                .param("id", command.id().value())
                .param("county", jurisdiction.root().value())
                .param("title", command.title())
                .param("edition", edition.id().value())
                .param("from", today)
                .param("until", command.until())
                .param("at", recorded.at().atOffset(ZoneOffset.UTC))
                .param("post", recorded.post())
                .param("holder", recorded.person())
                .update();
        if (written > 0) {
            events.publishEvent(new CampaignOpened(command.id(), command.title(), jurisdiction.root()));
        }
    }

    /** Whoever has not answered is asked no more. */
    @PreAuthorize(MAY_OVERSEE)
    public void end(Jurisdiction jurisdiction, CampaignId id, String reason) {
        requireCounty(jurisdiction);
        var known = find(jurisdiction, id);
        var done = database.sql("""
                        update services_check_campaign set ended_on = :today, ended_reason = :reason
                        where campaign_id = :id and within = :county and ended_on is null
                        """)
                .param("today", LocalDate.now(clock))
                .param("reason", reason)
                .param("id", id.value())
                .param("county", jurisdiction.root().value())
                .update();
        if (done == 0) {
            throw new CampaignStale(known.title());
        }
        events.publishEvent(new CampaignEnded(id, reason, jurisdiction.root()));
    }

    /** Whether the account opens and ends campaigns. */
    public boolean isOverseer() {
        return account.may(ServicesAuthorities.OVERSEE_CENTRES);
    }

    private static void requireCounty(Jurisdiction jurisdiction) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new CampaignRefused(null, "county-only");
        }
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("county", county(jurisdiction).value());
    }

    private static PlaceCode county(Jurisdiction jurisdiction) {
        return jurisdiction.root().county();
    }
}
