package io.qiangcun.core.people;

import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person, kept by one place at a time. Who dies or moves away stays recorded. */
@Entity
@Table(name = "person")
class Person extends AuditedAggregate<Person> implements PlaceBound {

    @EmbeddedId
    private PersonId id;

    @Embedded
    private PlaceCode place;

    private String name;

    @Enumerated(EnumType.STRING)
    private Sex sex;

    private LocalDate bornOn;

    @Enumerated(EnumType.STRING)
    private Education education;

    private @Nullable String ethnicGroup;

    @Embedded
    private @Nullable HouseholdId household;

    private byte @Nullable [] identityNumber;

    private byte @Nullable [] identityDigest;

    private byte @Nullable [] phone;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "moving_to"))
    private @Nullable PlaceCode movingTo;

    private @Nullable LocalDate leftOn;

    private @Nullable String leftTo;

    private @Nullable LocalDate diedOn;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    Person(RegisterPerson command, @Nullable HouseholdId household, PeopleCipher cipher) {
        this.id = command.id();
        this.place = command.place();
        this.household = household;
        describe(command.details());
        if (command.identityNumber() != null) {
            identify(command.identityNumber(), cipher);
        }
        if (command.phone() != null) {
            reach(command.phone(), cipher);
        }
        registerEvent(new PersonRegistered(id, place));
    }

    void correct(CorrectPerson command, @Nullable HouseholdId newHousehold, PeopleCipher cipher) {
        var fields = changes(command.details(), newHousehold);
        describe(command.details());
        this.household = newHousehold;
        if (command.forgetIdentityNumber()) {
            identityNumber = null;
            identityDigest = null;
            fields.add("identityNumber");
        } else if (command.identityNumber() != null) {
            identify(command.identityNumber(), cipher);
            fields.add("identityNumber");
        }
        if (command.forgetPhone()) {
            phone = null;
            fields.add("phone");
        } else if (command.phone() != null) {
            reach(command.phone(), cipher);
            fields.add("phone");
        }
        registerEvent(new PersonCorrected(id, place, List.copyOf(fields)));
    }

    /** To a place that who hands over does not see into. */
    void handOver(PlaceCode to) {
        requireHere();
        requireElsewhere(to);
        movingTo = to;
        registerEvent(new PersonHandedOver(id, place, to));
    }

    void moveTo(PlaceCode to) {
        requireHere();
        requireElsewhere(to);
        var from = place;
        place = to;
        household = null;
        movingTo = null;
        registerEvent(new PersonReceived(id, to, from));
    }

    void leave(LocalDate on, String to) {
        requireHere();
        requireAlive(on);
        leftOn = on;
        leftTo = to;
        movingTo = null;
        registerEvent(new PersonLeft(id, place, on));
    }

    void die(LocalDate on) {
        if (diedOn != null) {
            throw PersonRefused.archived();
        }
        requireAlive(on);
        diedOn = on;
        movingTo = null;
        registerEvent(new PersonDied(id, place, on));
    }

    /** Also puts right who was recorded as gone, dead or handed over by mistake. */
    void takeBack(String reason) {
        if (leftOn == null && diedOn == null && movingTo == null) {
            throw PersonRefused.notArchived();
        }
        leftOn = null;
        leftTo = null;
        diedOn = null;
        movingTo = null;
        registerEvent(new PersonReturned(id, place, reason));
    }

    void reveal(SecretField field, String reason) {
        registerEvent(new PersonFieldRevealed(id, place, field, reason));
    }

    private void describe(PersonDetails details) {
        this.name = details.name();
        this.sex = details.sex();
        this.bornOn = details.bornOn();
        this.education = details.education();
        this.ethnicGroup = details.ethnicGroup();
    }

    private void identify(IdentityNumber number, PeopleCipher cipher) {
        if (!number.bornOn().equals(bornOn)) {
            throw PersonRefused.contradictsIdentityNumber("bornOn", number.bornOn());
        }
        if (number.sex() != sex) {
            throw PersonRefused.contradictsIdentityNumber("sex", number.bornOn());
        }
        identityNumber = cipher.encrypt(SecretField.IDENTITY_NUMBER, id, number.value());
        identityDigest = cipher.digest(number);
    }

    private void reach(PhoneNumber number, PeopleCipher cipher) {
        phone = cipher.encrypt(SecretField.PHONE, id, number.value());
    }

    private List<String> changes(PersonDetails next, @Nullable HouseholdId newHousehold) {
        var fields = new ArrayList<String>();
        note(fields, "name", name, next.name());
        note(fields, "sex", sex, next.sex());
        note(fields, "bornOn", bornOn, next.bornOn());
        note(fields, "education", education, next.education());
        note(fields, "ethnicGroup", ethnicGroup, next.ethnicGroup());
        note(fields, "household", household, newHousehold);
        return fields;
    }

    private static void note(List<String> fields, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(field);
        }
    }

    private void requireHere() {
        if (leftOn != null || diedOn != null) {
            throw PersonRefused.archived();
        }
    }

    private void requireElsewhere(PlaceCode to) {
        if (to.equals(place)) {
            throw PersonRefused.alreadyThere();
        }
    }

    private void requireAlive(LocalDate on) {
        if (on.isBefore(bornOn)) {
            throw PersonRefused.beforeBirth(bornOn);
        }
    }

    PersonId getId() {
        return id;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    @Nullable
    HouseholdId getHousehold() {
        return household;
    }

    PersonDetails details() {
        return new PersonDetails(name, sex, bornOn, education, ethnicGroup);
    }

    byte @Nullable [] secret(SecretField field) {
        return switch (field) {
            case IDENTITY_NUMBER -> identityNumber;
            case PHONE -> phone;
        };
    }

    @Nullable
    PlaceCode getMovingTo() {
        return movingTo;
    }

    @Nullable
    LocalDate getLeftOn() {
        return leftOn;
    }

    @Nullable
    String getLeftTo() {
        return leftTo;
    }

    @Nullable
    LocalDate getDiedOn() {
        return diedOn;
    }
}
