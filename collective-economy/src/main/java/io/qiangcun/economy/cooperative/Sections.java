package io.qiangcun.economy.cooperative;

/**
 * The four sides of a cooperative that have to be settled in writing.
 *
 * @param development with whom and by what it grows
 * @param operation who runs it and how
 * @param equity who holds which shares, and what for
 * @param joining how villagers come in and leave
 */
public record Sections(String development, String operation, String equity, String joining) {

    public static final int COUNT = 4;
}
