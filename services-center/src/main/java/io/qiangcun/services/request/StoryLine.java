package io.qiangcun.services.request;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of what happened to a request, as people read it.
 *
 * @param holderName who has it from then on
 * @param byCitizen whether whoever asked did it
 */
public record StoryLine(
        OffsetDateTime at,
        RequestAct act,
        RequestState state,
        @Nullable String holderName,
        String person,
        boolean byCitizen,
        String note) {

    /** What concerns nobody but the offices is not told to whoever asked. */
    boolean isForCitizen() {
        return act != RequestAct.RELEASE && act != RequestAct.START && act != RequestAct.ARCHIVE;
    }

    /** What offices write to each other stays with them. */
    StoryLine forCitizen() {
        var open =
                switch (act) {
                    case SUPPLEMENT, SUPPLIED, REFUSE, PAUSE, EXTEND, DECIDE, DELIVER, ANSWER, WITHDRAW -> true;
                    default -> false;
                };
        return new StoryLine(at, act, state, holderName, "", byCitizen, open ? note : "");
    }
}
