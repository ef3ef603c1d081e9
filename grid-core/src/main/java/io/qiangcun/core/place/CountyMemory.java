package io.qiangcun.core.place;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Keeps what everybody reads and few change, county by county. After a minute it is read again, as another node may have
 * changed it; whoever changes it here makes it forget.
 *
 * @param <T> never changed once it was read
 */
public final class CountyMemory<T> {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Clock clock;
    private final Function<PlaceCode, T> read;
    private final Map<PlaceCode, Remembered<T>> known = new ConcurrentHashMap<>();

    public CountyMemory(Clock clock, Function<PlaceCode, T> read) {
        this.clock = clock;
        this.read = read;
    }

    private record Remembered<T>(T value, Instant readAt) {}

    /** @param place any place of a county that there is: nobody fills the memory with others */
    public T of(PlaceCode place) {
        var county = place.county();
        var seen = known.get(county);
        if (seen == null || seen.readAt().plus(FRESH).isBefore(clock.instant())) {
            seen = new Remembered<>(read.apply(county), clock.instant());
            known.put(county, seen);
        }
        return seen.value();
    }

    public void forget(PlaceCode place) {
        known.remove(place.county());
    }
}
