package io.qiangcun.grid.incident;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody on the spot says.
 *
 * @param id made on the device
 * @param deviceAt when it was written, by the clock of the device
 * @param spot where exactly
 * @param happened what
 * @param needs what is needed now; blank when nothing is
 * @param complete whether it is the last word on the matter
 */
public record ReportSituation(
        ReportVersionId id,
        ConcernId concern,
        Instant deviceAt,
        String spot,
        String happened,
        String needs,
        Figures figures,
        boolean complete,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude) {}
