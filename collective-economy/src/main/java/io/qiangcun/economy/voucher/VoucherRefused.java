package io.qiangcun.economy.voucher;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A voucher cannot be written or moved so. */
public class VoucherRefused extends RuleViolated {

    VoucherRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "economy.voucher.refused." + key, arguments);
    }

    VoucherRefused(List<Problem> problems) {
        super(problems);
    }

    static Problem at(@Nullable String field, String key, Object... arguments) {
        return Problem.of(field, "economy.voucher.refused." + key, arguments);
    }
}
