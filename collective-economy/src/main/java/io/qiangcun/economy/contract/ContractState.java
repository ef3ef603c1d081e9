package io.qiangcun.economy.contract;

/** How far a contract has come. Nothing that was in force is deleted. */
public enum ContractState {
    DRAFT,
    IN_FORCE,
    /** Ran out. */
    ENDED,
    /** Ended before its time. */
    TERMINATED,
    /** A draft that came to nothing. */
    DISCARDED
}
