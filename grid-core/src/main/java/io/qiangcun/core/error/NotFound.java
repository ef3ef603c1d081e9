package io.qiangcun.core.error;

/** There is no such thing, or it lies outside the jurisdiction: nobody learns which. Shown as 404. */
public abstract class NotFound extends RuntimeException {

    protected NotFound(String what, Object id) {
        super("No " + what + " " + id);
    }
}
