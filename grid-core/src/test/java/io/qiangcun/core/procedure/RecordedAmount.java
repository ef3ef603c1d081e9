package io.qiangcun.core.procedure;

import org.springframework.stereotype.Component;

/** The records of the test procedure: they know every year but 1999. */
@Component
class RecordedAmount implements FieldSource {

    @Override
    public String code() {
        return "test.amount";
    }

    @Override
    public Answer answer(StepGuard.Attempt attempt) {
        var year = attempt.evidence().getOrDefault("year", "");
        return year.equals("1999") ? Answer.unknown("test.amount-unknown") : Answer.known(year + "00");
    }
}
