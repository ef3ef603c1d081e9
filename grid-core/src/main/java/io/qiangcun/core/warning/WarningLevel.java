package io.qiangcun.core.warning;

/** From mild to grave; shown with a word and a shape of its own, never by colour alone. */
public enum WarningLevel {
    BLUE,
    YELLOW,
    ORANGE,
    RED
}
