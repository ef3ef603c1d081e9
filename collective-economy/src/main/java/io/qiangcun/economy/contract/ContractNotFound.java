package io.qiangcun.economy.contract;

import io.qiangcun.core.error.NotFound;

/** There is no such contract in the jurisdiction. */
public class ContractNotFound extends NotFound {

    public ContractNotFound(Object id) {
        super("contract", id);
    }
}
