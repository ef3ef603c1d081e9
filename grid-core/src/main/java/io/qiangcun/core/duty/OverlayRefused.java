package io.qiangcun.core.duty;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** The overlay is looser than the text allows, or its day does not fit. */
public class OverlayRefused extends RuleViolated {

    OverlayRefused(@Nullable String field, String reason, Object... arguments) {
        super(field, "core.duty.overlay.refused." + reason, arguments);
    }
}
