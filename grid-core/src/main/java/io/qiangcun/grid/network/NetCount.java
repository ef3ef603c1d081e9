package io.qiangcun.grid.network;

/**
 * The net in one place of the level below.
 *
 * @param covered villages that have a grid
 * @param unled grids and micro-grids nobody answers for
 */
public record NetCount(
        String placeCode,
        String name,
        long villages,
        long covered,
        long grids,
        long microGrids,
        long households,
        long leaders,
        long fullTime,
        long partTime,
        long auxiliary,
        long unled) {}
