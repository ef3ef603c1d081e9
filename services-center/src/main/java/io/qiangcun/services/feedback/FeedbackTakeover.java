package io.qiangcun.services.feedback;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what people said in the past, with what was done about it at its time. */
@Service
@Transactional
public class FeedbackTakeover {

    private final Feedbacks feedbacks;

    FeedbackTakeover(Feedbacks feedbacks) {
        this.feedbacks = feedbacks;
    }

    /** What somebody said, and everything that was done about it in its order. */
    public record Past(SendFeedback said, Instant at, List<Done> acts) {}

    /**
     * One act.
     *
     * @param told what was told in public to have been done; empty unless it was released
     */
    public record Done(FeedbackAct act, Instant at, String words, String told) {}

    /** All of them lie with the county. */
    public void take(Jurisdiction county, Actor actor, List<Past> past) {
        past.forEach(one -> {
            feedbacks.receive(one.said(), one.at());
            one.acts().forEach(done -> {
                if (done.act() == FeedbackAct.RELEASE) {
                    feedbacks.release(county, actor, one.said().id(), done.words(), done.told(), done.at());
                } else {
                    feedbacks.act(county, actor, one.said().id(), done.act(), done.words(), done.at());
                }
            });
        });
    }
}
