package io.qiangcun.core.warning;

/** How far an appeal has come. */
public enum Appeal {
    PENDING,
    DISMISSED,
    UPHELD
}
