package io.qiangcun.services.catalogue;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a county's editions of items. An edition never changes once it is out: what comes after it is another one, retiring
 * and taking that back included.
 */
@Service
@Transactional
public class CatalogueService {

    private static final String MAY_EDIT = "hasAuthority('" + CatalogueAuthorities.EDIT + "')";

    private final CatalogueRows rows;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CatalogueService(CatalogueRows rows, JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes the draft of an item, the first time or again.
     *
     * @param seen the edition that was on the page, a draft or the one that holds; null for a new item
     * @throws ItemStale if the page was older
     */
    @PreAuthorize(MAY_EDIT)
    public void draft(Jurisdiction jurisdiction, Actor actor, WriteItem item, @Nullable Seen seen) {
        var county = county(jurisdiction);
        onlyOneAtATime();
        var editions = rows.editions(county.value(), item.code());
        check(item);
        if (seen == null && !editions.isEmpty()) {
            throw new ItemRefused("code", "known", item.code());
        }
        var draft = draftOf(editions);
        var base = draft.or(() -> current(editions));
        if (seen != null && base.filter(seen::is).isEmpty()) {
            throw new ItemStale();
        }
        write(actor, county, item, draft);
    }

    /**
     * What was on the page.
     *
     * @param version of a draft, which may be written several times
     */
    public record Seen(ServiceItemId edition, long version) {

        boolean is(ServiceItem item) {
            return item.id().equals(edition) && item.version() == version;
        }
    }

    /** @param reason why it changes; kept with the edition */
    @PreAuthorize(MAY_EDIT)
    public void publish(Jurisdiction jurisdiction, Actor actor, ServiceItemCode code, Seen seen, String reason) {
        var county = county(jurisdiction);
        onlyOneAtATime();
        var draft = draftSeen(county, code, seen);
        publish(actor, county, draft, reason);
    }

    @PreAuthorize(MAY_EDIT)
    public void drop(Jurisdiction jurisdiction, ServiceItemCode code, Seen seen) {
        var county = county(jurisdiction);
        onlyOneAtATime();
        var draft = draftSeen(county, code, seen);
        database.sql("update services_item set state = 'DROPPED', version = version + 1 where item_id = :id")
                .param("id", draft.id().value())
                .update();
        events.publishEvent(new DraftDropped(draft.id(), code, county));
    }

    @PreAuthorize(MAY_EDIT)
    public void retire(Jurisdiction jurisdiction, Actor actor, ServiceItemCode code, Seen seen, String reason) {
        var county = county(jurisdiction);
        onlyOneAtATime();
        var now = currentSeen(county, code, seen);
        if (!now.isPublished()) {
            throw new ItemStale();
        }
        var id = copy(actor, county, now, ItemState.RETIRED, reason);
        events.publishEvent(new ItemRetired(id, code, lastEdition(county, code), reason, county));
    }

    @PreAuthorize(MAY_EDIT)
    public void restore(Jurisdiction jurisdiction, Actor actor, ServiceItemCode code, Seen seen, String reason) {
        var county = county(jurisdiction);
        onlyOneAtATime();
        var now = currentSeen(county, code, seen);
        if (now.isPublished()) {
            throw new ItemStale();
        }
        var id = copy(actor, county, now, ItemState.PUBLISHED, reason);
        events.publishEvent(new ItemRestored(id, code, lastEdition(county, code), reason, county));
    }

    /** A line of a sheet. */
    public record Entry(int line, WriteItem item) {}

    @PreAuthorize(MAY_EDIT)
    @Transactional(readOnly = true)
    public Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        county(jurisdiction);
        var codes = new HashSet<ServiceItemCode>();
        var problems = new TreeMap<Integer, List<Problem>>();
        for (var entry : entries) {
            if (!codes.add(entry.item().code())) {
                problems.put(
                        entry.line(),
                        List.of(ItemRefused.at("code", "twice", entry.item().code())));
            } else if (categoryUnknown(entry.item())) {
                problems.put(entry.line(), List.of(ItemRefused.at("code", "no-category")));
            }
        }
        return problems;
    }

    /** All of a sheet or none; what is the same already stays the edition it is, the rest is published at once. */
    @PreAuthorize(MAY_EDIT)
    public Map<Integer, List<Problem>> take(
            Jurisdiction jurisdiction, Actor actor, List<Entry> entries, String reason) {
        var county = county(jurisdiction);
        onlyOneAtATime();
        var problems = check(jurisdiction, entries);
        if (!problems.isEmpty()) {
            return problems;
        }
        var known = new TreeMap<ServiceItemCode, ServiceItem>();
        rows.inForce(county.value()).forEach(item -> known.put(item.code(), item));
        for (var entry : entries) {
            var item = entry.item();
            var now = known.get(item.code());
            if (now == null || !now.isPublished() || !same(now, item)) {
                var draft = draftOf(rows.editions(county.value(), item.code()));
                var id = write(actor, county, item, draft);
                publish(actor, county, rows.edition(county.value(), id).get(0), reason);
            }
        }
        return problems;
    }

    private static boolean same(ServiceItem now, WriteItem item) {
        return now.name().equals(item.name())
                && now.acceptLevel() == item.acceptLevel()
                && now.finishLevel() == item.finishLevel()
                && now.limit().equals(item.limit())
                && now.guide().equals(item.guide())
                && now.materials().equals(item.materials());
    }

    private void publish(Actor actor, PlaceCode county, ServiceItem draft, String reason) {
        var recorded = Recorded.by(actor, clock.instant());
        database.sql("""
                update services_item set state = 'PUBLISHED', version = version + 1, published_at = :at, reason = :reason,
                  recorded_at = :at, recorded_by = :by, recorded_by_person = :person
                where item_id = :id
                """)
                .param("at", recorded.at().atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("by", recorded.post())
                .param("person", recorded.person())
                .param("id", draft.id().value())
                .update();
        events.publishEvent(new ItemPublished(draft.id(), draft.code(), draft.edition(), reason, county));
    }

    private ServiceItemId write(Actor actor, PlaceCode county, WriteItem item, Optional<ServiceItem> draft) {
        var id = draft.map(ServiceItem::id).orElseGet(ServiceItemId::next);
        if (draft.isEmpty()) {
            insert(actor, county, item, id, ItemState.DRAFT, "");
        } else {
            rewrite(actor, item, id);
        }
        materials(county, item.materials(), id);
        events.publishEvent(new ItemDrafted(id, item.code(), county));
        return id;
    }

    private ServiceItemId copy(Actor actor, PlaceCode county, ServiceItem now, ItemState state, String reason) {
        var id = ServiceItemId.next();
        var item = new WriteItem(
                now.code(),
                now.name(),
                now.acceptLevel(),
                now.finishLevel(),
                now.limit(),
                now.guide(),
                now.materials());
        insert(actor, county, item, id, state, reason);
        materials(county, item.materials(), id);
        return id;
    }

    private void insert(
            Actor actor, PlaceCode county, WriteItem item, ServiceItemId id, ItemState state, String reason) {
        values("""
                insert into services_item (item_id, code, within, edition, state, category, name, kind, accept_level, finish_level,
                  legal_days, promised_days, limit_kind, limit_basis, limit_from, applicants, address, fee, complaint, steps,
                  also_called, published_at, reason, recorded_at, recorded_by, recorded_by_person)
                values (:id, :code, :within, :edition, :state, :category, :name, :kind, :accept, :finish, :legal, :promised,
                  :limit_kind, :basis, :from, :applicants, :address, :fee, :complaint, :steps, :also,
                  case when :state = 'DRAFT' then null else cast(:at as timestamptz) end, :reason, :at, :by, :person)
                """, actor, item, id)
                .param("code", item.code().value())
                .param("within", county.value())
                .param("edition", lastEdition(county, item.code()) + 1)
                .param("state", state.name())
                .param("category", item.code().category())
                .param("kind", item.code().kind().name())
                .param("reason", reason)
                .update();
    }

    private void rewrite(Actor actor, WriteItem item, ServiceItemId id) {
        values("""
                update services_item set version = version + 1, name = :name, accept_level = :accept, finish_level = :finish,
                  legal_days = :legal, promised_days = :promised, limit_kind = :limit_kind, limit_basis = :basis, limit_from = :from,
                  applicants = :applicants, address = :address, fee = :fee, complaint = :complaint, steps = :steps,
                  also_called = :also, recorded_at = :at, recorded_by = :by, recorded_by_person = :person
                where item_id = :id and state = 'DRAFT'
                """, actor, item, id).update();
        database.sql("delete from services_item_material where item_id = :id")
                .param("id", id.value())
                .update();
    }

    private JdbcClient.StatementSpec values(String sql, Actor actor, WriteItem item, ServiceItemId id) {
        var recorded = Recorded.by(actor, clock.instant());
        var guide = item.guide();
        return database.sql(sql)
                .param("id", id.value())
                .param("name", item.name())
                .param("accept", item.acceptLevel().name())
                .param("finish", item.finishLevel().name())
                .param("legal", item.limit().legalDays())
                .param("promised", item.limit().promisedDays())
                .param("limit_kind", item.limit().kind().name())
                .param("basis", item.limit().basis())
                .param("from", item.limit().from())
                .param("applicants", guide.applicants())
                .param("address", guide.address())
                .param("fee", guide.fee())
                .param("complaint", guide.complaint())
                .param("steps", guide.steps())
                .param("also", guide.alsoCalled())
                .param("at", recorded.at().atOffset(ZoneOffset.UTC))
                .param("by", recorded.post())
                .param("person", recorded.person());
    }

    private void materials(PlaceCode county, List<Material> materials, ServiceItemId id) {
        var position = 0;
        for (var material : materials) {
            position++;
            database.sql("""
                    insert into services_item_material (item_id, within, position, name, required, promise, shared, copies, source)
                    values (:id, :within, :position, :name, :required, :promise, :shared, :copies, :source)
                    """)
                    .param("id", id.value())
                    .param("within", county.value())
                    .param("position", position)
                    .param("name", material.name())
                    .param("required", material.required())
                    .param("promise", material.promise())
                    .param("shared", material.shared())
                    .param("copies", material.copies())
                    .param("source", material.source())
                    .update();
        }
    }

    private int lastEdition(PlaceCode county, ServiceItemCode code) {
        return database.sql(
                        "select coalesce(max(edition), 0) from services_item where code = :code and within = :county")
                .param("code", code.value())
                .param("county", county.value())
                .query(Integer.class)
                .single();
    }

    private void check(WriteItem item) {
        if (categoryUnknown(item)) {
            throw new ItemRefused("code", "no-category");
        }
    }

    private boolean categoryUnknown(WriteItem item) {
        return rows.categories().stream()
                .noneMatch(category -> category.number() == item.code().category());
    }

    private ServiceItem draftSeen(PlaceCode county, ServiceItemCode code, Seen seen) {
        var editions = rows.editions(county.value(), code);
        if (editions.isEmpty()) {
            throw new ItemNotFound(code);
        }
        return draftOf(editions).filter(seen::is).orElseThrow(ItemStale::new);
    }

    private ServiceItem currentSeen(PlaceCode county, ServiceItemCode code, Seen seen) {
        var editions = rows.editions(county.value(), code);
        if (editions.isEmpty()) {
            throw new ItemNotFound(code);
        }
        return current(editions).filter(seen::is).orElseThrow(ItemStale::new);
    }

    private static Optional<ServiceItem> draftOf(List<ServiceItem> editions) {
        return editions.stream().filter(item -> item.state() == ItemState.DRAFT).findFirst();
    }

    private static Optional<ServiceItem> current(List<ServiceItem> editions) {
        return editions.stream()
                .filter(item -> item.state() == ItemState.PUBLISHED || item.state() == ItemState.RETIRED)
                .findFirst();
    }

    private static PlaceCode county(Jurisdiction jurisdiction) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new ItemRefused(null, "county-only");
        }
        return jurisdiction.root();
    }

    private void onlyOneAtATime() {
        database.sql("select pg_advisory_xact_lock(hashtext('services_item'))")
                .query()
                .singleRow();
    }
}
