package io.qiangcun.economy.asset;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.asset.AssetQueries.Part;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.DraftVoucher;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherRefused;
import io.qiangcun.economy.voucher.VoucherService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes cards, charges them by the month, disposes of them and counts them. What it moves in the books it drafts. */
@Service
@Transactional
public class AssetService {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_ASSETS + "')";

    private final Assets assets;
    private final Inventories inventories;
    private final AssetQueries queries;
    private final BookQueries books;
    private final VoucherService vouchers;
    private final JdbcClient database;
    private final Clock clock;

    AssetService(
            Assets assets,
            Inventories inventories,
            AssetQueries queries,
            BookQueries books,
            VoucherService vouchers,
            JdbcClient database,
            Clock clock) {
        this.assets = assets;
        this.inventories = inventories;
        this.queries = queries;
        this.books = books;
        this.vouchers = vouchers;
        this.database = database;
        this.clock = clock;
    }

    /** Writes a card. The same form sent twice writes one. */
    @PreAuthorize(MAY_WRITE)
    public void write(Jurisdiction jurisdiction, Actor actor, WriteAsset command) {
        if (assets.findById(command.id(), jurisdiction).isPresent()) {
            return;
        }
        var book = book(jurisdiction, command.book());
        check(command);
        try {
            assets.saveAndFlush(new Asset(command, book.place(), by(actor)));
        } catch (DuplicateKeyException taken) {
            throw new AssetRefused("number", "number-taken", command.number());
        } catch (DataIntegrityViolationException taken) {
            throw refused(taken, command);
        }
    }

    @PreAuthorize(MAY_WRITE)
    public void rewrite(Jurisdiction jurisdiction, Actor actor, WriteAsset command, long version) {
        var asset = find(jurisdiction, command.id(), version);
        check(command);
        var charged = database.sql("""
                select exists (select from economy_asset_charged
                  where asset_id = :asset and place_code >= :lo and place_code < :hi)
                """)
                .param("asset", command.id().value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Boolean.class)
                .single();
        asset.rewrite(command, charged, by(actor));
        try {
            assets.saveAndFlush(asset);
        } catch (DataIntegrityViolationException taken) {
            throw refused(taken, command);
        }
    }

    private static RuntimeException refused(DataIntegrityViolationException taken, WriteAsset command) {
        return String.valueOf(taken.getMostSpecificCause().getMessage()).contains("economy_asset_number_key")
                ? new AssetRefused("number", "number-taken", command.number())
                : new AssetNotFound(command.id());
    }

    private void check(WriteAsset command) {
        if (command.kind().isCharged() && command.months() == null) {
            throw new AssetRefused("months", "no-months");
        }
        if (!command.kind().isCharged() && command.months() != null) {
            throw new AssetRefused("months", "not-charged");
        }
        if (command.acquiredOn().isAfter(LocalDate.now(clock))) {
            throw new AssetRefused("acquiredOn", "ahead");
        }
        if (command.inUseOn().isBefore(command.acquiredOn())) {
            throw new AssetRefused("inUseOn", "used-before");
        }
        if (command.chargedBefore().compareTo(command.cost()) > 0) {
            throw new AssetRefused("chargedBefore", "charged-too-much");
        }
        if (command.chargedBefore().signum() > 0 && command.chargedUntil() == null) {
            throw new AssetRefused("chargedUntil", "charged-when");
        }
    }

    /**
     * Drafts one voucher with all that has to be charged in the month.
     *
     * @throws AssetRefused if nothing is left to be charged
     */
    @PreAuthorize(MAY_WRITE)
    public void charge(
            Jurisdiction jurisdiction, Actor actor, BookId book, YearMonth month, VoucherId voucher, String summary) {
        if (!vouchers.isNew(jurisdiction, voucher)) {
            return;
        }
        var today = LocalDate.now(clock);
        if (month.isAfter(YearMonth.from(today))) {
            throw new AssetRefused(null, "month-ahead");
        }
        // two at once would charge twice: the second waits here and finds nothing left
        database.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "economy.asset " + book + " " + month)
                .query(rows -> {});
        var charges = queries.charges(jurisdiction, book, month).stream()
                .filter(charge -> charge.booked() == null)
                .toList();
        if (charges.isEmpty()) {
            throw new AssetRefused(null, "nothing-to-charge", month.toString());
        }
        var parts = queries.parts(jurisdiction, book);
        var debits = new TreeMap<String, Money>();
        var credits = new TreeMap<String, Money>();
        for (var charge : charges) {
            debits.merge(charge.use().name(), charge.amount(month), Money::plus);
            credits.merge("CHARGED " + charge.kind(), charge.amount(month), Money::plus);
        }
        var lines = new ArrayList<DraftVoucher.Line>();
        debits.forEach((part, sum) -> lines.add(line(parts, part, Side.DEBIT, sum, "")));
        byAccount(parts, credits)
                .forEach((account, sum) ->
                        lines.add(new DraftVoucher.Line(new AccountCode(account), null, Side.CREDIT, sum, "")));
        var on = month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth();
        draft(jurisdiction, actor, book, voucher, on, summary, lines);
        for (var charge : charges) {
            database.sql("""
                    insert into economy_asset_charge (asset_id, month, voucher_id, place_code, amount)
                    values (:asset, :month, :voucher, :place, :amount)
                    """)
                    .param("asset", charge.assetId())
                    .param("month", month.atDay(1))
                    .param("voucher", voucher.value())
                    .param("place", charge.placeCode())
                    .param("amount", charge.amount(month).yuan())
                    .update();
        }
    }

    private static Map<String, Money> byAccount(Map<String, Part> parts, Map<String, Money> sums) {
        var accounts = new TreeMap<String, Money>();
        sums.forEach((part, sum) -> accounts.merge(account(parts, part).code(), sum, Money::plus));
        return accounts;
    }

    private static Part account(Map<String, Part> parts, String part) {
        return Objects.requireNonNull(parts.get(part), part);
    }

    private static DraftVoucher.Line line(Map<String, Part> parts, String part, Side side, Money amount, String name) {
        var account = account(parts, part);
        return new DraftVoucher.Line(
                new AccountCode(account.code()), account.required() ? name : null, side, amount, "");
    }

    /** How an asset goes. */
    public record Dispose(LocalDate on, String how, Money proceeds, VoucherId voucher, String summary) {}

    /** Takes it off the books by a draft: its value to settlement, what came in against it, the rest to loss or gain. */
    @PreAuthorize(MAY_WRITE)
    public void dispose(Jurisdiction jurisdiction, Actor actor, AssetId id, long version, Dispose command) {
        var asset = find(jurisdiction, id, version);
        if (command.on().isAfter(LocalDate.now(clock))) {
            throw new AssetRefused("on", "ahead");
        }
        requireCharged(jurisdiction, asset, YearMonth.from(command.on()));
        var lines = new ArrayList<DraftVoucher.Line>();
        if (asset.getKind() != AssetKind.RESOURCE && !asset.cost().isZero()) {
            var parts = queries.parts(jurisdiction, asset.getBook());
            var net = off(jurisdiction, asset, parts, "SETTLEMENT", lines);
            var proceeds = command.proceeds();
            if (proceeds.signum() > 0) {
                lines.add(line(parts, "BANK", Side.DEBIT, proceeds, ""));
                lines.add(line(parts, "SETTLEMENT", Side.CREDIT, proceeds, ""));
            }
            var loss = net.minus(proceeds);
            if (loss.signum() > 0) {
                lines.add(line(parts, "LOSS", Side.DEBIT, loss, ""));
                lines.add(line(parts, "SETTLEMENT", Side.CREDIT, loss, ""));
            } else if (loss.signum() < 0) {
                lines.add(line(parts, "SETTLEMENT", Side.DEBIT, loss.negate(), ""));
                lines.add(line(parts, "GAIN", Side.CREDIT, loss.negate(), ""));
            }
        }
        asset.dispose(command.on(), command.how(), lines.isEmpty() ? null : command.voucher());
        if (!lines.isEmpty()) {
            draft(jurisdiction, actor, asset.getBook(), command.voucher(), command.on(), command.summary(), lines);
        }
        assets.saveAndFlush(asset);
    }

    /** Its cost and what was charged go; what is left of it goes to the part. */
    private Money off(
            Jurisdiction jurisdiction, Asset asset, Map<String, Part> parts, String to, List<DraftVoucher.Line> lines) {
        var charged = new Money(queries.find(jurisdiction, asset.getId()).charged());
        var net = asset.cost().minus(charged);
        if (net.signum() > 0) {
            lines.add(line(parts, to, Side.DEBIT, net, asset.getName()));
        }
        if (charged.signum() > 0) {
            lines.add(line(parts, "CHARGED " + asset.getKind(), Side.DEBIT, charged, asset.getName()));
        }
        lines.add(line(parts, "OF " + asset.getKind(), Side.CREDIT, asset.cost(), asset.getName()));
        return net;
    }

    /** The month in which it goes is charged too. */
    private void requireCharged(Jurisdiction jurisdiction, Asset asset, YearMonth month) {
        if (queries.charges(jurisdiction, asset.getBook(), month).stream()
                .anyMatch(charge -> charge.assetId().equals(asset.getId().value()) && charge.booked() == null)) {
            throw new AssetRefused("on", "charge-first", month.toString());
        }
    }

    /** Begins an inventory of all cards of the book. */
    @PreAuthorize(MAY_WRITE)
    public void begin(Jurisdiction jurisdiction, Actor actor, InventoryId id, BookId book, LocalDate on) {
        if (inventories.findById(id, jurisdiction).isPresent()) {
            return;
        }
        var row = book(jurisdiction, book);
        try {
            inventories.saveAndFlush(new Inventory(id, book, row.place(), on, by(actor)));
        } catch (DataIntegrityViolationException open) {
            throw new AssetRefused("book", "open-inventory");
        }
        database.sql("""
                insert into economy_inventory_line (inventory_id, asset_id, place_code, note)
                select :inventory, asset_id, place_code, '' from economy_asset
                  where book_id = :book and state = 'KEPT' and acquired_on <= :on and place_code >= :lo and place_code < :hi
                """)
                .param("inventory", id.value())
                .param("book", book.value())
                .param("on", on)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
    }

    /** What was found of a card; what differs or is missing needs words. */
    public record Count(AssetId asset, @Nullable CountResult result, String note) {}

    @PreAuthorize(MAY_WRITE)
    public void count(Jurisdiction jurisdiction, Actor actor, InventoryId id, long version, List<Count> counts) {
        var inventory = find(jurisdiction, id, version);
        inventory.counted(by(actor));
        for (var count : counts) {
            if (count.note().isEmpty()
                    && (count.result() == CountResult.DIFFERS || count.result() == CountResult.MISSING)) {
                throw new AssetRefused(null, "no-note");
            }
            var result = count.result();
            database.sql("""
                    update economy_inventory_line set result = :result, note = :note
                      where inventory_id = :inventory and asset_id = :asset and place_code >= :lo and place_code < :hi
                    """)
                    .param("result", result == null ? null : result.name())
                    .param("note", count.note())
                    .param("inventory", id.value())
                    .param("asset", count.asset().value())
                    .param("lo", jurisdiction.lo())
                    .param("hi", jurisdiction.hi())
                    .update();
        }
        inventories.saveAndFlush(inventory);
    }

    /** A second person confirms; what is missing waits for a decision, by a draft (待处理财产损溢). */
    @PreAuthorize(MAY_WRITE)
    public void confirm(
            Jurisdiction jurisdiction, Actor actor, InventoryId id, long version, VoucherId voucher, String summary) {
        var inventory = find(jurisdiction, id, version);
        var counted = queries.counted(jurisdiction, id);
        if (counted.isEmpty() || counted.stream().anyMatch(one -> one.result() == null)) {
            throw new AssetRefused(null, "not-all-counted");
        }
        var on = LocalDate.now(clock);
        var lines = new ArrayList<DraftVoucher.Line>();
        var missing = counted.stream()
                .filter(one -> one.result() == CountResult.MISSING)
                .toList();
        var parts = missing.isEmpty() ? Map.<String, Part>of() : queries.parts(jurisdiction, inventory.getBook());
        for (var one : missing) {
            var asset = assets.findById(new AssetId(one.assetId()), jurisdiction)
                    .orElseThrow(() -> new AssetNotFound(one.assetId()));
            requireCharged(jurisdiction, asset, YearMonth.from(on));
            var worth = asset.getKind() != AssetKind.RESOURCE && !asset.cost().isZero();
            if (worth) {
                off(jurisdiction, asset, parts, "MISSING", lines);
            }
            asset.miss(on, one.note(), worth ? voucher : null);
        }
        inventory.confirm(by(actor), lines.isEmpty() ? null : voucher);
        if (!lines.isEmpty()) {
            draft(jurisdiction, actor, inventory.getBook(), voucher, on, summary, lines);
        }
        for (var one : missing) {
            assets.findById(new AssetId(one.assetId()), jurisdiction).ifPresent(assets::saveAndFlush);
        }
        inventories.saveAndFlush(inventory);
    }

    /** Its papers are attached to the draft; it is submitted like any other. */
    private void draft(
            Jurisdiction jurisdiction,
            Actor actor,
            BookId book,
            VoucherId voucher,
            LocalDate on,
            String summary,
            List<DraftVoucher.Line> lines) {
        try {
            vouchers.draft(
                    jurisdiction,
                    actor,
                    new DraftVoucher(voucher, book, on, VoucherKind.NORMAL, summary, 1, null, lines));
        } catch (VoucherRefused no) {
            throw new AssetRefused(no.problems().stream()
                    .map(problem -> new Problem(null, problem.messageKey(), problem.arguments()))
                    .toList());
        }
    }

    private BookRow book(Jurisdiction jurisdiction, BookId id) {
        return books.find(jurisdiction, id).orElseThrow(() -> new BookNotFound(id));
    }

    private Asset find(Jurisdiction jurisdiction, AssetId id, long version) {
        var asset = assets.findById(id, jurisdiction).orElseThrow(() -> new AssetNotFound(id));
        if (!Objects.equals(asset.getVersion(), version)) {
            throw new AssetStale(asset.getName());
        }
        return asset;
    }

    private Inventory find(Jurisdiction jurisdiction, InventoryId id, long version) {
        var inventory = inventories.findById(id, jurisdiction).orElseThrow(() -> new AssetNotFound(id));
        if (!Objects.equals(inventory.getVersion(), version)) {
            throw new AssetStale(inventory.getCountedOn().toString());
        }
        return inventory;
    }

    private Recorded by(Actor actor) {
        return Recorded.by(actor, clock.instant());
    }
}
