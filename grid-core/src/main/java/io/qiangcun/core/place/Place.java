package io.qiangcun.core.place;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A node of the administrative tree. Its code never changes, whatever becomes of the official one; a
 * place that merges or moves closes and names its successor.
 */
@Entity
@Table(name = "place")
class Place {

    @EmbeddedId
    private PlaceCode code;

    @Version
    private @Nullable Long version;

    @Enumerated(EnumType.STRING)
    private PlaceCategory category;

    private String name;

    private @Nullable String officialCode;

    private LocalDate validFrom;

    private @Nullable LocalDate validTo;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "successor"))
    private @Nullable PlaceCode successor;

    @SuppressWarnings("NullAway.Init")
    protected Place() {}

    Place(PlaceCode code, PlaceCategory category, String name, LocalDate validFrom) {
        this.code = code;
        this.category = category;
        this.name = name;
        this.validFrom = validFrom;
    }

    void renumber(String officialCode) {
        this.officialCode = officialCode;
    }

    void rename(String name) {
        this.name = name;
    }

    void close(LocalDate on, @Nullable PlaceCode successor) {
        if (validTo != null) {
            throw new IllegalStateException("Place " + code + " is closed since " + validTo);
        }
        this.validTo = on;
        this.successor = successor;
    }

    public PlaceCode getCode() {
        return code;
    }

    public PlaceCategory getCategory() {
        return category;
    }

    public String getName() {
        return name;
    }

    public @Nullable String getOfficialCode() {
        return officialCode;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public @Nullable LocalDate getValidTo() {
        return validTo;
    }

    public @Nullable PlaceCode getSuccessor() {
        return successor;
    }
}
