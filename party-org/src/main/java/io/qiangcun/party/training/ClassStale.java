package io.qiangcun.party.training;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed the class since the form was rendered. */
public class ClassStale extends Conflicting {

    ClassStale(String title) {
        super("party.training.stale", title);
    }
}
