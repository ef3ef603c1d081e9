package io.qiangcun.economy.voucher;

import io.qiangcun.core.error.NotFound;

/** There is no such voucher in the jurisdiction. */
public class VoucherNotFound extends NotFound {

    public VoucherNotFound(Object id) {
        super("voucher", id);
    }
}
