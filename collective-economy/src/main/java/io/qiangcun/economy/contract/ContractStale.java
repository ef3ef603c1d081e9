package io.qiangcun.economy.contract;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed or booked the contract since the page was rendered. */
public class ContractStale extends Conflicting {

    ContractStale(String name) {
        super("economy.contract.stale", name);
    }
}
