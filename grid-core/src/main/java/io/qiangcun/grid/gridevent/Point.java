package io.qiangcun.grid.gridevent;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A point on the map, in degrees, to about ten centimetres. */
@Embeddable
public record Point(BigDecimal longitude, BigDecimal latitude) {

    private static final int DIGITS = 6;

    public Point {
        longitude = longitude.setScale(DIGITS, RoundingMode.HALF_UP);
        latitude = latitude.setScale(DIGITS, RoundingMode.HALF_UP);
    }

    /** Whether it can lie in China at all; a device that has lost its bearings says zero. */
    public boolean isPlausible() {
        return longitude.compareTo(BigDecimal.valueOf(70)) >= 0
                && longitude.compareTo(BigDecimal.valueOf(140)) <= 0
                && latitude.compareTo(BigDecimal.valueOf(15)) >= 0
                && latitude.compareTo(BigDecimal.valueOf(55)) <= 0;
    }
}
