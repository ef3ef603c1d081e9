package io.qiangcun.economy.company;

/** What villages own together. */
public enum CompanyKind {
    COMPANY,
    PROJECT
}
