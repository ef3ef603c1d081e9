package io.qiangcun.economy.company;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.money.Money;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A company or project that villages own together. */
@Entity
@Table(name = "economy_company")
class Company extends AuditedAggregate<Company> implements PlaceBound {

    @EmbeddedId
    private CompanyId id;

    @Embedded
    private PlaceCode place;

    @Enumerated(EnumType.STRING)
    private CompanyKind kind;

    private String name;

    private String creditCode;

    private LocalDate foundedOn;

    private String purpose;

    @Enumerated(EnumType.STRING)
    private Split split;

    private String state = "ACTIVE";

    private @Nullable LocalDate dissolvedOn;

    private String dissolvedReason = "";

    private int changes;

    @Embedded
    private Recorded recorded;

    @SuppressWarnings("NullAway.Init")
    protected Company() {}

    Company(WriteCompany command, Recorded by) {
        this.id = command.id();
        this.place = command.place();
        write(command, by);
    }

    void rewrite(WriteCompany command, Recorded by) {
        requireActive();
        write(command, by);
    }

    private void write(WriteCompany command, Recorded by) {
        kind = command.kind();
        name = command.name();
        var code = command.creditCode();
        creditCode = code == null ? "" : code.value();
        foundedOn = command.foundedOn();
        purpose = command.purpose();
        split = command.split();
        recorded = by;
        registerEvent(new CompanyWritten(id, name, place));
    }

    void dissolve(LocalDate on, String reason) {
        requireActive();
        if (on.isBefore(foundedOn)) {
            throw new CompanyRefused("on", "before", foundedOn);
        }
        state = "DISSOLVED";
        dissolvedOn = on;
        dissolvedReason = reason;
        registerEvent(new CompanyDissolved(id, reason, place));
    }

    void admit(PlaceCode village, LocalDate since) {
        requireActive();
        if (!place.contains(village) || place.equals(village)) {
            throw new CompanyRefused("village", "not-within");
        }
        if (since.isBefore(foundedOn)) {
            throw new CompanyRefused("on", "before", foundedOn);
        }
        changes++;
        registerEvent(new HolderJoined(id, village, place));
    }

    void release(PlaceCode village) {
        requireActive();
        changes++;
        registerEvent(new HolderLeft(id, village, place));
    }

    void share(int year, Money amount) {
        requireActive();
        if (year < foundedOn.getYear()) {
            throw new CompanyRefused("year", "no-year");
        }
        changes++;
        registerEvent(new ProfitShared(id, year, amount, place));
    }

    void unshare(int year, String reason) {
        changes++;
        registerEvent(new ProfitWithdrawn(id, year, reason, place));
    }

    private void requireActive() {
        if (!state.equals("ACTIVE")) {
            throw new CompanyStale(name);
        }
    }

    CompanyId getId() {
        return id;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    String getName() {
        return name;
    }

    Split getSplit() {
        return split;
    }
}
