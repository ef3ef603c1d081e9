package io.qiangcun.party.activity;

import io.qiangcun.core.duty.DutyRemedy;
import io.qiangcun.core.duty.OwedDuty;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a branch owes is done by recording it: the form knows the kind, the organisation and the duty. */
@Component
class ActivityRemedy implements DutyRemedy {

    @Override
    public Set<String> recordKinds() {
        return Arrays.stream(ActivityKind.values()).map(Enum::name).collect(Collectors.toSet());
    }

    @Override
    public String href(OwedDuty duty) {
        return "/party/activities/new?duty=" + duty.id();
    }
}
