package io.qiangcun.core.people;

import io.qiangcun.core.module.AtStart;
import org.springframework.stereotype.Component;

/** Before anything is read or written: refuses a key other than the one this database began with. */
@Component
class PeopleKeyCheck extends AtStart {

    private final PeopleKeyRegister register;

    PeopleKeyCheck(PeopleKeyRegister register) {
        super(Order.DEFINITIONS);
        this.register = register;
    }

    @Override
    protected void run() {
        register.check();
    }
}
