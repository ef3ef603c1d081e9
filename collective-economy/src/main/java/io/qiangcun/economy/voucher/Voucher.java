package io.qiangcun.economy.voucher;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.generator.EventType;
import org.jspecify.annotations.Nullable;

/** A voucher. Until it is submitted its writer changes it; once posted it stays, and only a red voucher takes it back. */
@Entity
@Table(name = "economy_voucher")
class Voucher extends AuditedAggregate<Voucher> implements PlaceBound {

    @EmbeddedId
    private VoucherId id;

    @Embedded
    private BookId book;

    @Embedded
    private PlaceCode place;

    private LocalDate dated;

    @Enumerated(EnumType.STRING)
    private VoucherKind kind;

    @Enumerated(EnumType.STRING)
    private VoucherState state = VoucherState.DRAFT;

    private String summary;

    /** Given by the database at posting. */
    @Generated(event = EventType.UPDATE)
    @Column(insertable = false, updatable = false)
    private @Nullable Integer number;

    private @Nullable String paperNumber;

    private int sheets;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "corrects"))
    private @Nullable VoucherId corrects;

    private @Nullable String returnedReason;

    @Embedded
    private Recorded recorded;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "reviewed_at"))
    @AttributeOverride(name = "post", column = @Column(name = "reviewed_by"))
    @AttributeOverride(name = "person", column = @Column(name = "reviewed_by_person"))
    private @Nullable Recorded reviewed;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "posted_at"))
    @AttributeOverride(name = "post", column = @Column(name = "posted_by"))
    @AttributeOverride(name = "person", column = @Column(name = "posted_by_person"))
    private @Nullable Recorded posted;

    @ElementCollection
    @CollectionTable(name = "economy_line", joinColumns = @JoinColumn(name = "voucher_id"))
    @OrderColumn(name = "line_no")
    @ListIndexBase(1)
    private List<VoucherLine> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Voucher() {}

    Voucher(DraftVoucher command, PlaceCode place, List<VoucherLine> lines, Recorded recorded) {
        this.id = command.id();
        this.book = command.book();
        this.place = place;
        this.recorded = recorded;
        this.corrects = command.corrects();
        write(command, lines);
        registerEvent(new VoucherDrafted(id, summary, place));
    }

    void rewrite(DraftVoucher command, List<VoucherLine> written, Recorded by) {
        require(VoucherState.DRAFT);
        recorded = by;
        write(command, written);
        registerEvent(new VoucherDrafted(id, summary, place));
    }

    private void write(DraftVoucher command, List<VoucherLine> written) {
        dated = command.dated();
        kind = command.kind();
        summary = command.summary();
        sheets = command.sheets();
        paperNumber = command.paperNumber();
        lines.clear();
        lines.addAll(written);
    }

    /** A draft that takes this voucher back whole. */
    Voucher takenBack(VoucherId red, LocalDate on, String why, Recorded by) {
        require(VoucherState.POSTED);
        var command = new DraftVoucher(red, book, on, VoucherKind.RED, why, 0, null, id, List.of());
        var taken = lines.stream()
                .map(VoucherLine::takenBack)
                .map(line -> new VoucherLine(
                        line.book(),
                        line.place(),
                        on.withDayOfMonth(1),
                        line.account(),
                        line.detail(),
                        line.side(),
                        line.amount(),
                        line.summary()))
                .toList();
        return new Voucher(command, place, taken, by);
    }

    void submit() {
        require(VoucherState.DRAFT);
        if (kind.needsAttachment() && sheets == 0) {
            throw new VoucherRefused("sheets", "nothing-attached");
        }
        state = VoucherState.SUBMITTED;
        returnedReason = null;
        registerEvent(new VoucherSubmitted(id, summary, place));
    }

    void review(Recorded by) {
        require(VoucherState.SUBMITTED);
        if (by.post().equals(recorded.post()) || by.person().equals(recorded.person())) {
            throw new VoucherRefused(null, "own-voucher");
        }
        state = VoucherState.REVIEWED;
        reviewed = by;
        registerEvent(new VoucherReviewed(id, summary, place));
    }

    void giveBack(String reason) {
        require(VoucherState.SUBMITTED, VoucherState.REVIEWED);
        state = VoucherState.DRAFT;
        reviewed = null;
        returnedReason = reason;
        registerEvent(new VoucherReturned(id, reason, place));
    }

    void post(Recorded by) {
        require(VoucherState.REVIEWED);
        state = VoucherState.POSTED;
        posted = by;
        registerEvent(new VoucherPosted(id, YearMonth.from(dated), place));
    }

    void discard() {
        require(VoucherState.DRAFT);
        state = VoucherState.VOID;
        registerEvent(new VoucherDiscarded(id, summary, place));
    }

    private void require(VoucherState... states) {
        if (!List.of(states).contains(state)) {
            throw new VoucherStale(summary);
        }
    }

    VoucherId getId() {
        return id;
    }

    BookId getBook() {
        return book;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    LocalDate getDated() {
        return dated;
    }

    @Nullable
    VoucherId getCorrects() {
        return corrects;
    }

    VoucherState getState() {
        return state;
    }

    @Nullable
    Integer getNumber() {
        return number;
    }

    List<VoucherLine> getLines() {
        return List.copyOf(lines);
    }
}
