package io.qiangcun.economy.voucher;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has moved or changed the voucher since the page was rendered. */
public class VoucherStale extends Conflicting {

    VoucherStale(String summary) {
        super("economy.voucher.stale", summary);
    }
}
