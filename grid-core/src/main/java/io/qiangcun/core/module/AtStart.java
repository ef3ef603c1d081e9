package io.qiangcun.core.module;

import org.springframework.context.SmartLifecycle;

/**
 * What is done once when the application starts, before the jobs and the web server begin. A failure stops the start.
 */
public abstract class AtStart implements SmartLifecycle {

    /** What comes first. */
    public enum Order {
        /** Keys and definitions that data rests on. */
        DEFINITIONS,
        /** Whatever fills a new database. */
        DATA
    }

    private final Order order;
    private volatile boolean done;

    protected AtStart(Order order) {
        this.order = order;
    }

    protected abstract void run();

    @Override
    public final void start() {
        run();
        done = true;
    }

    @Override
    public final void stop() {
        done = false;
    }

    @Override
    public final boolean isRunning() {
        return done;
    }

    @Override
    public final int getPhase() {
        return order.ordinal();
    }
}
