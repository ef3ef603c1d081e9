package io.qiangcun.grid.network;

import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.Point;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A grid or micro-grid: a place of the tree with what the county wants to know of it. */
@Entity
@Table(name = "grid")
class Grid extends AuditedAggregate<Grid> implements PlaceBound {

    @EmbeddedId
    private PlaceCode place;

    @Enumerated(EnumType.STRING)
    private GridType type;

    private @Nullable Integer households;

    private @Nullable Integer people;

    private @Nullable UUID unit;

    @Embedded
    private @Nullable Point centre;

    private LocalDate openedOn;

    private @Nullable LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable GridEnding ending;

    @SuppressWarnings("NullAway.Init")
    protected Grid() {}

    Grid(PlaceCode place, OpenGrid command) {
        this.place = place;
        this.openedOn = command.from();
        describe(command.details());
        registerEvent(new GridOpened(place, command.name(), command.from(), command.origins()));
    }

    private void describe(GridDetails details) {
        type = details.type();
        households = details.households();
        people = details.people();
        unit = details.unit();
        centre = details.centre();
    }

    void amend(String name, GridDetails details) {
        requireOpen();
        describe(details);
        registerEvent(new GridAmended(place, name));
    }

    void mergeInto(PlaceCode other, LocalDate on) {
        end(GridEnding.MERGED, on);
        registerEvent(new GridMerged(place, other, on));
    }

    void close(LocalDate on, String reason) {
        end(GridEnding.CLOSED, on);
        registerEvent(new GridClosed(place, on, reason));
    }

    private void end(GridEnding how, LocalDate on) {
        requireOpen();
        if (on.isBefore(openedOn)) {
            throw new GridRefused("on", "before-opening", openedOn);
        }
        endedOn = on;
        ending = how;
    }

    private void requireOpen() {
        if (endedOn != null) {
            throw new GridRefused(null, "ended", endedOn);
        }
    }

    boolean isOpen() {
        return endedOn == null;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }
}
