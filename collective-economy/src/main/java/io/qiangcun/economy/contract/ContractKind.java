package io.qiangcun.economy.contract;

/** What a contract is: 发包、租赁、销售、服务. */
public enum ContractKind {
    CONTRACTING,
    LEASE,
    SALE,
    SERVICE
}
