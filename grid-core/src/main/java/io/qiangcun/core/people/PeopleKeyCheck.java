package io.qiangcun.core.people;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Before anything is read or written: refuses a key other than the one this database began with. */
@Component
class PeopleKeyCheck implements SmartLifecycle {

    private final PeopleKeyRegister register;
    private volatile boolean running;

    PeopleKeyCheck(PeopleKeyRegister register) {
        this.register = register;
    }

    @Override
    public void start() {
        register.check();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the demonstration is loaded, which writes persons. */
    @Override
    public int getPhase() {
        return -1;
    }
}
