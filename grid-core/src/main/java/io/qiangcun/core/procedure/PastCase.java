package io.qiangcun.core.procedure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case that was kept elsewhere before, with what was done about it.
 *
 * @param again why it does another once more, or null
 */
public record PastCase(StartCase start, @Nullable StartAgain again, List<PastAct> acts) {

    /**
     * One step.
     *
     * @param closedOn when its time in public ended, or null
     */
    public record PastAct(TakeStep step, @Nullable LocalDate closedOn) {}

    public PastCase {
        acts = List.copyOf(acts);
    }
}
