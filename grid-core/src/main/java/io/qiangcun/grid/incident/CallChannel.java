package io.qiangcun.grid.incident;

import java.util.List;
import java.util.Set;

/**
 * A way to bring calls to those who have to answer them: the desk of the platform is one; a county plugs in its voice
 * calls, short messages or loud-speakers by a bean of this kind. What a channel could not bring is given to it again a
 * few seconds later, until it is answered or climbs.
 */
public interface CallChannel {

    /** Stable; kept with every call it brought. */
    String code();

    /** Brings the calls to their holders and gives back those it could bring. */
    Set<CallId> bring(List<Summons> summons);
}
