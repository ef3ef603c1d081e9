package io.qiangcun.core.register;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.module.AtStart;
import io.qiangcun.core.place.Jurisdiction;
import org.springframework.stereotype.Component;

/** Takes in, when the application starts, the registers its modules bring along. */
@Component
class BuiltInRegisters extends AtStart {

    private final RegisterFiles files;
    private final RegisterEditions editions;

    BuiltInRegisters(RegisterFiles files, RegisterEditions editions) {
        super(Order.DEFINITIONS);
        this.files = files;
        this.editions = editions;
    }

    @Override
    protected void run() {
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            editions.keep(files.definitions());
        }
    }
}
