package io.qiangcun.services.centre;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed the centre since the page was rendered, or it is closed. */
public class CentreStale extends Conflicting {

    CentreStale(String name) {
        super("services.centre.stale", name);
    }
}
