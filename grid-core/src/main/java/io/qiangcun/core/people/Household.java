package io.qiangcun.core.people;

import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Those who live together under one number of the place's register. */
@Entity
@Table(name = "household")
class Household extends AuditedAggregate<Household> implements PlaceBound {

    @EmbeddedId
    private HouseholdId id;

    @Embedded
    private PlaceCode place;

    private String number;

    private String address;

    private @Nullable String gridCode;

    @SuppressWarnings("NullAway.Init")
    protected Household() {}

    Household(PlaceCode place, String number) {
        this.id = HouseholdId.next();
        this.place = place;
        this.number = number;
        this.address = "";
        registerEvent(new HouseholdEntered(id, place));
    }

    /** @param grid where it lives within its place, as far as that is known */
    void correct(String newAddress, @Nullable PlaceCode grid) {
        if (grid != null && (!place.contains(grid) || grid.kind().compareTo(PlaceKind.GRID) < 0)) {
            throw PersonRefused.gridElsewhere();
        }
        this.address = newAddress;
        this.gridCode = grid == null ? null : grid.value();
        registerEvent(new HouseholdCorrected(id, place));
    }

    HouseholdId getId() {
        return id;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    String getNumber() {
        return number;
    }

    String getAddress() {
        return address;
    }

    @Nullable
    PlaceCode getGrid() {
        return gridCode == null ? null : new PlaceCode(gridCode);
    }
}
