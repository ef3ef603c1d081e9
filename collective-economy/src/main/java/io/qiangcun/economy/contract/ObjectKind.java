package io.qiangcun.economy.contract;

/** What a contract is about. */
public enum ObjectKind {
    ARABLE,
    FOREST,
    GRASSLAND,
    WATER,
    WASTELAND,
    BUILDING,
    MACHINE,
    BIOLOGICAL,
    OTHER
}
