package io.qiangcun.core.duty;

import java.util.Set;
import org.springframework.stereotype.Component;

/** Where the tests would enter a committee meeting. */
@Component
class TestRemedy implements DutyRemedy {

    @Override
    public Set<String> recordKinds() {
        return Set.of(DutyFixtures.COMMITTEE_MEETING);
    }

    @Override
    public String href(OwedDuty duty) {
        return "/test/meetings/new?duty=" + duty.id();
    }
}
