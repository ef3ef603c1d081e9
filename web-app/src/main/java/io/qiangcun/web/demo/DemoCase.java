package io.qiangcun.web.demo;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.Again;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.Items;
import io.qiangcun.core.procedure.PastCase;
import io.qiangcun.core.procedure.PastCase.PastAct;
import io.qiangcun.core.procedure.Poll;
import io.qiangcun.core.procedure.StartAgain;
import io.qiangcun.core.procedure.StartCase;
import io.qiangcun.core.procedure.TakeStep;
import io.qiangcun.core.procedure.Tally;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case of the demo county as it is put together, act by act. */
final class DemoCase {

    private static final String LATE = "系统启用前的纸质记录补录";
    private static final int SHEETS = 30;

    private final StartCase start;
    private final @Nullable StartAgain again;
    private final List<PastAct> acts = new ArrayList<>();

    private DemoCase(StartCase start, @Nullable StartAgain again) {
        this.start = start;
        this.again = again;
    }

    static DemoCase about(String code, PlaceCode place, PersonId person, LocalDate on) {
        return new DemoCase(
                new StartCase(id(code, place, person.toString()), code, place, person.value(), "", on), null);
    }

    static DemoCase on(String code, PlaceCode place, String matter, LocalDate on) {
        return new DemoCase(new StartCase(id(code, place, matter), code, place, null, matter, on), null);
    }

    /** The same once more, because it did not pass. */
    DemoCase again(String note, LocalDate on) {
        var next = id(start.code(), start.place(), start.caseId().toString());
        return new DemoCase(
                new StartCase(next, start.code(), start.place(), start.subject(), start.subjectName(), on),
                new StartAgain(next, start.caseId(), Again.Reason.ENDED, note, on));
    }

    DemoCase done(String step, LocalDate on, String outcome, Map<String, String> evidence) {
        return act(step, on, outcome, evidence, null, null);
    }

    DemoCase shown(String step, LocalDate on, String outcome, Map<String, String> evidence, LocalDate closed) {
        return act(step, on, outcome, evidence, null, closed);
    }

    DemoCase voted(String step, LocalDate on, String outcome, Map<String, String> evidence, Tally tally) {
        return act(step, on, outcome, evidence, tally, null);
    }

    DemoCase votedAndShown(
            String step, LocalDate on, String outcome, Map<String, String> evidence, Tally tally, LocalDate closed) {
        return act(step, on, outcome, evidence, tally, closed);
    }

    private DemoCase act(
            String step,
            LocalDate on,
            String outcome,
            Map<String, String> evidence,
            @Nullable Tally tally,
            @Nullable LocalDate closed) {
        acts.add(new PastAct(
                new TakeStep(UUID.randomUUID(), 0, step, on, outcome, evidence, tally, null, null, LATE), closed));
        return this;
    }

    PlaceCode place() {
        return start.place();
    }

    PastCase past() {
        return new PastCase(start, again, acts);
    }

    @SafeVarargs
    static String list(Map<String, String>... rows) {
        return new Items(List.of(rows)).text();
    }

    /** Sheets of which so many say the one and the rest the other. */
    static String poll(String one, int many, String other, String... none) {
        var counts = new HashMap<String, String>();
        counts.put("sent", Integer.toString(SHEETS));
        counts.put("back", Integer.toString(SHEETS));
        counts.put(one, Integer.toString(many));
        counts.put(other, Integer.toString(SHEETS - many));
        for (var choice : none) {
            counts.put(choice, "0");
        }
        return new Poll(counts).text();
    }

    private static CaseId id(String code, PlaceCode place, String what) {
        return new CaseId(UUID.nameUUIDFromBytes((code + place + what).getBytes(StandardCharsets.UTF_8)));
    }
}
