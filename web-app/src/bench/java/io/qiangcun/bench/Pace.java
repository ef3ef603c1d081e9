package io.qiangcun.bench;

/** How the users of the simulation follow one another. */
enum Pace {
    WARMING_UP,
    WITHOUT_PAUSE,
    AT_WORK,
    IN_THE_FIELD
}
