package io.qiangcun.core.register;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A row of a register. Never deleted: it ends, or is declared void, for a reason. */
@Entity
@Table(name = "register_row")
class RegisterRow extends AuditedAggregate<RegisterRow> implements PlaceBound {

    @EmbeddedId
    private RowId id;

    @Embedded
    private PlaceCode place;

    @Column(name = "register_code")
    private String register;

    @Column(name = "parent_id")
    private @Nullable UUID parent;

    private String title;

    @Convert(converter = TextMapConverter.class)
    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "cast(? as jsonb)")
    private Map<String, String> cells;

    @Convert(converter = TextMapConverter.class)
    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "cast(? as jsonb)")
    private Map<String, String> names;

    private String searched;

    private LocalDate startsOn;

    private @Nullable LocalDate untilOn;

    private @Nullable LocalDate closedOn;

    private String closingReason;

    private boolean voided;

    private @Nullable String keyValue;

    /** How long the code of a place is at most whose accounts read the row; null if all do. */
    private @Nullable Integer readDigits;

    @Embedded
    private Recorded recorded;

    @SuppressWarnings("NullAway.Init")
    protected RegisterRow() {}

    RegisterRow(
            RowId id,
            PlaceCode place,
            RegisterDefinition definition,
            @Nullable RowId parent,
            Cells cells,
            RowCheck check,
            Recorded recorded) {
        this.id = id;
        this.place = place;
        this.register = definition.code();
        this.parent = parent == null ? null : parent.value();
        this.recorded = recorded;
        this.closingReason = "";
        this.readDigits = definition.readDigits();
        write(definition, cells, check);
        registerEvent(new RowEntered(id, register, title, knownAt()));
    }

    private void write(RegisterDefinition definition, Cells written, RowCheck check) {
        var currency = check.currency(written, LocalDate.ofInstant(recorded.at(), Days.CHINA));
        this.title = written.title(definition);
        this.cells = written.values();
        this.names = written.names();
        this.searched = written.searched(definition);
        this.startsOn = currency.startsOn();
        this.untilOn = currency.untilOn();
        this.keyValue = check.keyOf(written);
    }

    void correct(RegisterDefinition definition, Cells corrected, RowCheck check, String reason) {
        requireKept();
        write(definition, corrected, check);
        registerEvent(new RowCorrected(id, register, title, reason, knownAt()));
    }

    /** From the day on it counts no longer. */
    void end(LocalDate on, String reason) {
        requireKept();
        if (closedOn != null) {
            throw new RowRefused(null, "ended-already", closedOn.toString());
        }
        if (on.isBefore(startsOn)) {
            throw new RowRefused("on", "ended-before-it-began", startsOn.toString());
        }
        closedOn = on;
        closingReason = reason;
        registerEvent(new RowEnded(id, register, title, on, reason, knownAt()));
    }

    /** As if it had not ended. */
    void resume(String reason) {
        requireKept();
        if (closedOn == null) {
            throw new RowRefused(null, "not-ended");
        }
        closedOn = null;
        closingReason = "";
        registerEvent(new RowCorrected(id, register, title, reason, knownAt()));
    }

    void declareVoid(String reason) {
        requireKept();
        voided = true;
        registerEvent(new RowVoided(id, register, title, reason, knownAt()));
    }

    /** The trail of what only those above read belongs to them. */
    private PlaceCode knownAt() {
        return readDigits == null || place.value().length() <= readDigits
                ? place
                : new PlaceCode(place.value().substring(0, readDigits));
    }

    private void requireKept() {
        if (voided) {
            throw new RowRefused(null, "voided");
        }
    }

    void reveal(String reason) {
        registerEvent(new RowRevealed(id, register, title, reason, knownAt()));
    }

    RowId getId() {
        return id;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    String getRegister() {
        return register;
    }

    @Nullable
    RowId getParent() {
        return parent == null ? null : new RowId(parent);
    }

    String getTitle() {
        return title;
    }

    Cells getCells() {
        return new Cells(cells, names);
    }

    Currency currency() {
        return new Currency(startsOn, untilOn, closedOn, voided);
    }

    String getClosingReason() {
        return closingReason;
    }

    Recorded getRecorded() {
        return recorded;
    }
}
