package io.qiangcun.services.centre;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service centre as it stands.
 *
 * @param townshipName the township of a village's centre, null above villages
 * @param phone of the centre itself, for anybody to ring; may be empty
 * @param openDays days of the week as digits, 1 is Monday; empty while no hours are known
 * @param functionCodes codes of what it is for, with commas between
 * @param functionTitles the same in the words of its county
 * @param openedOn null while it is being built
 * @param demonstration whether it is an example to others now
 */
public record CentreView(
        UUID centreId,
        long version,
        String placeCode,
        String placeName,
        @Nullable String townshipName,
        CentreKind kind,
        String name,
        String address,
        String phone,
        String openDays,
        @Nullable LocalTime openFrom,
        @Nullable LocalTime openUntil,
        String openNote,
        String functionCodes,
        String functionTitles,
        CentreState state,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,
        String closedReason,
        boolean demonstration) {

    public CentreId id() {
        return new CentreId(centreId);
    }

    public PlaceCode place() {
        return new PlaceCode(placeCode);
    }

    /** Of which of the three levels it is. */
    public PlaceKind level() {
        return place().kind();
    }

    public boolean isClosed() {
        return state == CentreState.CLOSED;
    }

    /** Codes of what it is for. */
    public List<String> functions() {
        return functionCodes.isEmpty() ? List.of() : List.of(functionCodes.split(","));
    }

    /** Days on which it is open, Monday first. */
    public List<DayOfWeek> days() {
        return openDays.chars().mapToObj(digit -> DayOfWeek.of(digit - '0')).toList();
    }

    void requireVersion(long seen) {
        if (version != seen) {
            throw new CentreStale(name);
        }
    }

    void requireOpen() {
        if (isClosed()) {
            throw new CentreStale(name);
        }
    }
}
