package io.qiangcun.grid.broadcast;

import io.qiangcun.core.place.Jurisdiction;
import org.springframework.stereotype.Component;

/** Speakers that fetch what is due with their own token: a box at the mast, or a script beside an old amplifier. */
@Component
class PullAdapter implements BroadcastAdapter {

    static final String CODE = "pull";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void bring(Jurisdiction here, SpeakerId speaker, SpeakerQueue queue) {
        // the speaker comes by itself
    }
}
