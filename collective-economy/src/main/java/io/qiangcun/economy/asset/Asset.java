package io.qiangcun.economy.asset;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.Point;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.VoucherId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A card. What it costs and how long it lasts stays as soon as something was charged. */
@Entity
@Table(name = "economy_asset")
class Asset extends AuditedAggregate<Asset> implements PlaceBound {

    @EmbeddedId
    private AssetId id;

    @Embedded
    private BookId book;

    @Embedded
    private PlaceCode place;

    private String number;

    private String name;

    @Enumerated(EnumType.STRING)
    private AssetKind kind;

    private String location;

    @Embedded
    private @Nullable Point point;

    private @Nullable BigDecimal quantity;

    private String unit;

    private BigDecimal cost;

    private LocalDate acquiredOn;

    private LocalDate inUseOn;

    private @Nullable Integer months;

    private BigDecimal salvagePercent;

    private BigDecimal chargedBefore;

    private @Nullable LocalDate chargedUntil;

    @Enumerated(EnumType.STRING)
    private AssetUse use;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    @Enumerated(EnumType.STRING)
    private AssetState state = AssetState.KEPT;

    private @Nullable LocalDate disposedOn;

    private String disposedHow = "";

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "disposed_voucher"))
    private @Nullable VoucherId disposedVoucher;

    @Embedded
    private Recorded recorded;

    @SuppressWarnings("NullAway.Init")
    protected Asset() {}

    Asset(WriteAsset command, PlaceCode place, Recorded recorded) {
        this.id = command.id();
        this.book = command.book();
        this.place = place;
        write(command, recorded);
    }

    /** @param charged whether something of it was charged: then what the charge is made of stays */
    void rewrite(WriteAsset command, boolean charged, Recorded by) {
        requireKept();
        if (charged
                && (command.kind() != kind
                        || command.cost().yuan().compareTo(cost) != 0
                        || !command.inUseOn().equals(inUseOn)
                        || !Objects.equals(command.months(), months)
                        || command.salvagePercent().compareTo(salvagePercent) != 0
                        || command.chargedBefore().yuan().compareTo(chargedBefore) != 0)) {
            throw new AssetRefused(null, "charged-already");
        }
        write(command, by);
    }

    private void write(WriteAsset command, Recorded by) {
        number = command.number();
        name = command.name();
        kind = command.kind();
        location = command.location();
        point = command.point();
        quantity = command.quantity();
        unit = command.unit();
        cost = command.cost().yuan();
        acquiredOn = command.acquiredOn();
        inUseOn = command.inUseOn();
        months = command.months();
        salvagePercent = command.salvagePercent();
        chargedBefore = command.chargedBefore().yuan();
        chargedUntil = command.chargedUntil();
        use = command.use();
        standing = command.standing();
        recorded = by;
        registerEvent(new AssetWritten(id, name, place));
    }

    void dispose(LocalDate on, String how, @Nullable VoucherId voucher) {
        requireKept();
        if (on.isBefore(acquiredOn)) {
            throw new AssetRefused("on", "before-it-came", acquiredOn);
        }
        state = AssetState.DISPOSED;
        disposedOn = on;
        disposedHow = how;
        disposedVoucher = voucher;
        registerEvent(new AssetDisposed(id, how, place));
    }

    void miss(LocalDate on, String note, @Nullable VoucherId voucher) {
        requireKept();
        state = AssetState.MISSING;
        disposedOn = on;
        disposedHow = note;
        disposedVoucher = voucher;
        registerEvent(new AssetMissed(id, note, place));
    }

    private void requireKept() {
        if (state != AssetState.KEPT) {
            throw new AssetStale(name);
        }
    }

    AssetId getId() {
        return id;
    }

    BookId getBook() {
        return book;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    String getName() {
        return name;
    }

    AssetKind getKind() {
        return kind;
    }

    Money cost() {
        return new Money(cost);
    }
}
