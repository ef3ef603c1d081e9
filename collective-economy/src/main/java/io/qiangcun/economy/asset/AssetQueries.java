package io.qiangcun.economy.asset;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.bookkeeping.Depreciation;
import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads cards, what is to be charged of them and inventories. */
@Component
@Transactional(readOnly = true)
public class AssetQueries implements Depreciation {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_ASSETS + "')";
    private static final String ROWS = """
            select a.asset_id, a.version, a.place_code, p.name as place_name, a.book_id, b.name as book_name, a.number, a.name, a.kind,
                a.location, a.longitude, a.latitude, a.quantity, a.unit, a.cost, a.acquired_on, a.in_use_on, a.months,
                a.salvage_percent, a.charged_before, a.charged_until, a.use, a.standing, a.state, a.disposed_on, a.disposed_how,
                a.disposed_voucher,
                a.charged_before + coalesce((select sum(c.amount) from economy_asset_charged c where c.asset_id = a.asset_id), 0)
                  as charged
              from economy_asset a
                join place p on p.place_code = a.place_code
                join economy_book b on b.book_id = a.book_id
              where a.place_code >= :lo and a.place_code < :hi
            """;

    private final JdbcClient database;

    AssetQueries(JdbcClient database) {
        this.database = database;
    }

    /** Which cards are looked for; null and empty for any. */
    public record Filter(
            @Nullable PlaceCode place,
            @Nullable AssetKind kind,
            @Nullable Standing standing,
            @Nullable AssetState state,
            String text) {}

    /**
     * A card as it stands.
     *
     * @param charged in all, drafts too
     */
    public record View(
            UUID assetId,
            long version,
            String placeCode,
            String placeName,
            UUID bookId,
            String bookName,
            String number,
            String name,
            AssetKind kind,
            String location,
            @Nullable BigDecimal longitude,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal quantity,
            String unit,
            BigDecimal cost,
            LocalDate acquiredOn,
            LocalDate inUseOn,
            @Nullable Integer months,
            BigDecimal salvagePercent,
            BigDecimal chargedBefore,
            @Nullable LocalDate chargedUntil,
            AssetUse use,
            Standing standing,
            AssetState state,
            @Nullable LocalDate disposedOn,
            String disposedHow,
            @Nullable UUID disposedVoucher,
            BigDecimal charged) {

        public AssetId id() {
            return new AssetId(assetId);
        }

        public BigDecimal net() {
            return cost.subtract(charged);
        }

        public boolean isKept() {
            return state == AssetState.KEPT;
        }

        /** Null for what is not charged. */
        public @Nullable Money monthly() {
            return months == null ? null : new StraightLine(new Money(cost), salvagePercent, months, inUseOn).monthly();
        }
    }

    @PreAuthorize(MAY_READ)
    public Page<View> assets(Jurisdiction jurisdiction, Filter filter, Pageable page) {
        var place = filter.place();
        return ScopedList.of(ROWS, place == null ? jurisdiction : jurisdiction.narrowedTo(place))
                .and("a.kind = :kind", "kind", filter.kind())
                .and("a.standing = :standing", "standing", filter.standing())
                .and("a.state = :state", "state", filter.state())
                .and(
                        "(a.number = :text or strpos(concat_ws(' ', a.name, a.location, p.name), :text) > 0)",
                        "text",
                        filter.text().isEmpty() ? null : filter.text())
                .page(database, "order by a.state <> 'KEPT', a.place_code, a.kind, a.number", page, View.class);
    }

    @PreAuthorize(MAY_READ)
    public View find(Jurisdiction jurisdiction, AssetId id) {
        return in(jurisdiction, ROWS + " and a.asset_id = :asset")
                .param("asset", id.value())
                .query(View.class)
                .optional()
                .orElseThrow(() -> new AssetNotFound(id));
    }

    /** What a card of a kind begins with. */
    public record Life(String kind, int months, BigDecimal salvagePercent, String basis) {}

    @PreAuthorize(MAY_READ)
    public List<Life> lives() {
        return database.sql("select kind, months, salvage_percent, basis from economy_asset_life order by kind")
                .query(Life.class)
                .list();
    }

    /**
     * A card in the table of a month.
     *
     * @param before what was charged of it before that month
     * @param booked what was charged in it; null if nothing was yet
     */
    public record Charge(
            UUID assetId,
            String placeCode,
            String number,
            String name,
            AssetKind kind,
            AssetUse use,
            BigDecimal cost,
            BigDecimal salvagePercent,
            int months,
            LocalDate inUseOn,
            BigDecimal before,
            @Nullable BigDecimal booked,
            @Nullable UUID voucherId) {

        /** What has to be charged for the month, or was. */
        public Money amount(YearMonth month) {
            return booked != null
                    ? new Money(booked)
                    : new StraightLine(new Money(cost), salvagePercent, months, inUseOn).of(month, new Money(before));
        }
    }

    /** Every card of which something is charged in the month. */
    @PreAuthorize(MAY_READ)
    public List<Charge> charges(Jurisdiction jurisdiction, BookId book, YearMonth month) {
        return charged(jurisdiction, book, month);
    }

    private List<Charge> charged(Jurisdiction jurisdiction, BookId book, YearMonth month) {
        return in(jurisdiction, """
                select a.asset_id, a.place_code, a.number, a.name, a.kind, a.use, a.cost, a.salvage_percent, a.months, a.in_use_on,
                    a.charged_before + coalesce((select sum(c.amount) from economy_asset_charged c
                      where c.asset_id = a.asset_id and c.month < :month), 0) as before,
                    n.amount as booked, n.voucher_id
                  from economy_asset a
                    left join economy_asset_charged n on n.asset_id = a.asset_id and n.month = :month
                  where a.book_id = :book and a.place_code >= :lo and a.place_code < :hi and a.months is not null
                    and a.in_use_on < :month and (a.charged_until is null or a.charged_until < :month)
                    and (a.disposed_on is null or a.disposed_on >= :month)
                  order by a.use, a.kind, a.number
                """)
                .param("book", book.value())
                .param("month", month.atDay(1))
                .query(Charge.class)
                .list()
                .stream()
                .filter(charge -> charge.amount(month).signum() > 0)
                .toList();
    }

    @Override
    public OptionalInt missing(Jurisdiction jurisdiction, BookId book, YearMonth month) {
        var known = in(jurisdiction, """
                select exists (select from economy_asset
                  where book_id = :book and months is not null and place_code >= :lo and place_code < :hi)
                """)
                .param("book", book.value())
                .query(Boolean.class)
                .single();
        return known
                ? OptionalInt.of((int) charged(jurisdiction, book, month).stream()
                        .filter(charge -> charge.booked() == null)
                        .count())
                : OptionalInt.empty();
    }

    /** An account that plays a part in a book; the first leaf where the book divides it. */
    record Part(String part, String code, boolean required) {}

    Map<String, Part> parts(Jurisdiction jurisdiction, BookId book) {
        return in(jurisdiction, """
                with named as (
                  select b.book_id, k.part, k.account_code from economy_book b join economy_asset_part k on k.regime = b.regime
                    where b.book_id = :book and b.place_code >= :lo and b.place_code < :hi
                  union all
                  select b.book_id, 'OF ' || k.kind, k.asset_account from economy_book b
                    join economy_asset_account k on k.regime = b.regime
                    where b.book_id = :book and b.place_code >= :lo and b.place_code < :hi
                  union all
                  select b.book_id, 'CHARGED ' || k.kind, k.depreciation_account from economy_book b
                    join economy_asset_account k on k.regime = b.regime and k.depreciation_account is not null
                    where b.book_id = :book and b.place_code >= :lo and b.place_code < :hi)
                select n.part, a.code, a.required
                  from named n join economy_account a on a.book_id = n.book_id and a.leaf and starts_with(a.code, n.account_code)
                  order by a.code collate "C"
                """).param("book", book.value()).query(Part.class).list().stream()
                .collect(Collectors.toMap(Part::part, Function.identity(), (first, later) -> first));
    }

    /** An inventory. */
    public record InventoryView(
            UUID inventoryId,
            long version,
            String placeCode,
            String placeName,
            UUID bookId,
            String bookName,
            LocalDate countedOn,
            boolean open,
            int cards,
            int counted,
            int differing,
            @Nullable UUID voucherId,
            String recordedBy,
            String recordedByPerson,
            @Nullable String confirmedByPerson) {

        public InventoryId id() {
            return new InventoryId(inventoryId);
        }
    }

    private static final String INVENTORIES = """
            select i.inventory_id, i.version, i.place_code, p.name as place_name, i.book_id, b.name as book_name, i.counted_on,
                i.state = 'OPEN' as open, l.cards, l.counted, l.differing, i.voucher_id, i.recorded_by, i.recorded_by_person,
                i.confirmed_by_person
              from economy_inventory i
                join place p on p.place_code = i.place_code
                join economy_book b on b.book_id = i.book_id
                cross join lateral (select count(*) as cards, count(x.result) as counted,
                    count(*) filter (where x.result in ('DIFFERS', 'MISSING')) as differing
                  from economy_inventory_line x where x.inventory_id = i.inventory_id) l
              where i.place_code >= :lo and i.place_code < :hi
            """;

    /** The latest first. */
    @PreAuthorize(MAY_READ)
    public Page<InventoryView> inventories(Jurisdiction jurisdiction, Pageable page) {
        return ScopedList.of(INVENTORIES, jurisdiction)
                .page(database, "order by i.counted_on desc, i.place_code, i.inventory_id", page, InventoryView.class);
    }

    @PreAuthorize(MAY_READ)
    public InventoryView inventory(Jurisdiction jurisdiction, InventoryId id) {
        return in(jurisdiction, INVENTORIES + " and i.inventory_id = :inventory")
                .param("inventory", id.value())
                .query(InventoryView.class)
                .optional()
                .orElseThrow(() -> new AssetNotFound(id));
    }

    /** A card in an inventory; result is null as long as it was not counted. */
    public record Counted(
            UUID assetId,
            String number,
            String name,
            AssetKind kind,
            String location,
            @Nullable BigDecimal quantity,
            String unit,
            BigDecimal cost,
            @Nullable CountResult result,
            String note) {}

    @PreAuthorize(MAY_READ)
    public List<Counted> counted(Jurisdiction jurisdiction, InventoryId id) {
        return in(jurisdiction, """
                select l.asset_id, a.number, a.name, a.kind, a.location, a.quantity, a.unit, a.cost, l.result, l.note
                  from economy_inventory_line l join economy_asset a on a.asset_id = l.asset_id
                  where l.inventory_id = :inventory and l.place_code >= :lo and l.place_code < :hi
                  order by a.kind, a.number
                """)
                .param("inventory", id.value())
                .query(Counted.class)
                .list();
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }
}
