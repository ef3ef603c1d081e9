package io.qiangcun.economy.asset;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.VoucherId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Everything of a book, looked at by one and confirmed by another. */
@Entity
@Table(name = "economy_inventory")
class Inventory extends AuditedAggregate<Inventory> implements PlaceBound {

    @EmbeddedId
    private InventoryId id;

    @Embedded
    private BookId book;

    @Embedded
    private PlaceCode place;

    private LocalDate countedOn;

    private String state = "OPEN";

    /** How often results were entered: two who count at once meet here. */
    private int rounds;

    @Embedded
    private @Nullable VoucherId voucher;

    @Embedded
    private Recorded recorded;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "confirmed_at"))
    @AttributeOverride(name = "post", column = @Column(name = "confirmed_by"))
    @AttributeOverride(name = "person", column = @Column(name = "confirmed_by_person"))
    private @Nullable Recorded confirmed;

    @SuppressWarnings("NullAway.Init")
    protected Inventory() {}

    Inventory(InventoryId id, BookId book, PlaceCode place, LocalDate on, Recorded recorded) {
        this.id = id;
        this.book = book;
        this.place = place;
        this.countedOn = on;
        this.recorded = recorded;
        registerEvent(new InventoryBegun(id, place));
    }

    /** Whoever counts last is the one who counted. */
    void counted(Recorded by) {
        requireOpen();
        recorded = by;
        rounds++;
    }

    void confirm(Recorded by, @Nullable VoucherId drafted) {
        requireOpen();
        if (by.post().equals(recorded.post()) || by.person().equals(recorded.person())) {
            throw new AssetRefused(null, "own-count");
        }
        state = "CONFIRMED";
        confirmed = by;
        voucher = drafted;
        registerEvent(new InventoryConfirmed(id, place));
    }

    private void requireOpen() {
        if (!state.equals("OPEN")) {
            throw new AssetStale(countedOn.toString());
        }
    }

    BookId getBook() {
        return book;
    }

    LocalDate getCountedOn() {
        return countedOn;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }
}
