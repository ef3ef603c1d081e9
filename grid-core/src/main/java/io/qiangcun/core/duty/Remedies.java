package io.qiangcun.core.duty;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where the record of each kind is entered, as the modules say. */
@Component
class Remedies {

    private final Map<String, DutyRemedy> byKind = new HashMap<>();

    Remedies(ObjectProvider<DutyRemedy> remedies) {
        remedies.forEach(remedy -> remedy.recordKinds().forEach(kind -> {
            if (byKind.put(kind, remedy) != null) {
                throw new IllegalStateException("Two remedies for records of kind " + kind);
            }
        }));
    }

    Optional<String> href(OwedDuty duty) {
        return Optional.ofNullable(byKind.get(duty.recordKind())).map(remedy -> remedy.href(duty));
    }
}
