package io.qiangcun.grid.broadcast;

import io.qiangcun.core.place.Jurisdiction;

/**
 * A way to a kind of loudspeaker. Declare it as a bean; speakers name it by its code. Whatever it brings it claims first with
 * {@link SpeakerQueue#begin}, which says yes once, and ends with {@link SpeakerQueue#end}. Who cannot tell whether it
 * was spoken does not end it: it is unknown then and not repeated.
 */
public interface BroadcastAdapter {

    /** Stable, as the rows of speakers keep it. */
    String code();

    /** Brings what is due to one speaker; nothing where the speaker fetches it. Called every so many seconds. */
    void bring(Jurisdiction here, SpeakerId speaker, SpeakerQueue queue);
}
