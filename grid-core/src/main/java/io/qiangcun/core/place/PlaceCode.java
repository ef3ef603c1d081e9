package io.qiangcun.core.place;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Optional;

/**
 * Names a place for good and says where it lies: a code begins with the codes of all places above.
 * What lies in a place is therefore one range of codes, from {@link #lo()} up to {@link #hi()}.
 */
@Embeddable
public record PlaceCode(@Column(name = "place_code") String value) implements Serializable {

    public PlaceCode {
        if (!value.matches("[0-9]+") || PlaceKind.withDigits(value.length()).isEmpty()) {
            throw new IllegalArgumentException("Not a place code: " + value);
        }
    }

    /** Binds path variables and form fields. */
    public static PlaceCode valueOf(String text) {
        return new PlaceCode(text);
    }

    public PlaceKind kind() {
        return PlaceKind.withDigits(value.length()).orElseThrow();
    }

    public Optional<PlaceCode> parent() {
        return kind().above().map(above -> new PlaceCode(value.substring(0, above.digits())));
    }

    /** The county the place lies in; a place above all counties answers with itself. */
    public PlaceCode county() {
        return new PlaceCode(value.substring(0, Math.min(value.length(), PlaceKind.COUNTY.digits())));
    }

    public PlaceCode child(String digits) {
        var child = new PlaceCode(value + digits);
        if (!child.parent().equals(Optional.of(this))) {
            throw new IllegalArgumentException("Not one level below " + value + ": " + child);
        }
        return child;
    }

    public boolean contains(PlaceCode other) {
        return other.value.startsWith(value);
    }

    /** The first code inside. */
    public String lo() {
        return value;
    }

    /** Just past the last code inside: ':' sorts right after '9'. */
    public String hi() {
        return value + ':';
    }

    @Override
    public String toString() {
        return value;
    }
}
