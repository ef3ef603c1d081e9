package io.qiangcun.grid.network;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grid with everything about it.
 *
 * @param workers those who work there now first
 * @param origins the grids it was taken out of
 * @param offspring the grids taken out of it
 * @param successor what it was merged into
 */
public record GridView(
        PlaceCode place,
        long version,
        String name,
        GridDetails details,
        LocalDate openedOn,
        @Nullable LocalDate endedOn,
        @Nullable GridEnding ending,
        List<WorkerRow> workers,
        List<Kin> origins,
        List<Kin> offspring,
        @Nullable Kin successor) {

    public boolean isOpen() {
        return endedOn == null;
    }

    public List<WorkerRow> current() {
        return workers.stream().filter(WorkerRow::isCurrent).toList();
    }

    public List<WorkerRow> former() {
        return workers.stream().filter(worker -> !worker.isCurrent()).toList();
    }

    public boolean isLed() {
        return workers.stream().anyMatch(worker -> worker.isCurrent() && worker.post() == WorkerPost.LEADER);
    }

    /** Another grid that this one has to do with. */
    public record Kin(String placeCode, String name) {}
}
