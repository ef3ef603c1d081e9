package io.qiangcun.core.place;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Where something lies, in degrees of WGS 84 with six decimals, about a tenth of a metre.
 *
 * @param longitude from 70 to 140, east: China with room to spare
 * @param latitude from 15 to 55, north
 */
@Embeddable
public record Point(BigDecimal longitude, BigDecimal latitude) {

    private static final int DECIMALS = 6;

    public Point {
        longitude = within(longitude, 70, 140);
        latitude = within(latitude, 15, 55);
    }

    /** Nothing if it cannot lie in China; a device that has lost its bearings says zero. */
    public static Optional<Point> of(BigDecimal longitude, BigDecimal latitude) {
        try {
            return Optional.of(new Point(longitude, latitude));
        } catch (IllegalArgumentException elsewhere) {
            return Optional.empty();
        }
    }

    private static BigDecimal within(BigDecimal degrees, int least, int most) {
        if (degrees.compareTo(BigDecimal.valueOf(least)) < 0 || degrees.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new IllegalArgumentException("Not in China: " + degrees);
        }
        return degrees.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
