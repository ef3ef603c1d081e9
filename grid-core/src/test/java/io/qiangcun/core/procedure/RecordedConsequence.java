package io.qiangcun.core.procedure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Remembers what followed from steps of the test procedures. */
@Component
class RecordedConsequence implements StepConsequence {

    private final List<Taken> followed = new CopyOnWriteArrayList<>();

    @Override
    public String code() {
        return "test.accepted";
    }

    @Override
    public void follow(Taken taken) {
        followed.add(taken);
    }

    List<String> of(CaseId id) {
        return followed.stream()
                .filter(taken -> taken.caseId().equals(id))
                .map(taken -> taken.step() + " " + taken.outcome())
                .toList();
    }
}
