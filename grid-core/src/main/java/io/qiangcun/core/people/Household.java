package io.qiangcun.core.people;

import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

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

    @SuppressWarnings("NullAway.Init")
    protected Household() {}

    Household(PlaceCode place, String number) {
        this.id = HouseholdId.next();
        this.place = place;
        this.number = number;
        this.address = "";
        registerEvent(new HouseholdEntered(id, place));
    }

    void correct(String newAddress) {
        this.address = newAddress;
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
}
