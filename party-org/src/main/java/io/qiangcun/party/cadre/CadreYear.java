package io.qiangcun.party.cadre;

/** How many were rewarded, suspended and let go in a year. */
public record CadreYear(int year, long rewarded, long suspended, long exited) {}
