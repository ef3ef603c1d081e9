package io.qiangcun.core.register;

import io.qiangcun.core.error.Conflicting;

/** Another edition of the register was published since the form was rendered. */
public class RegisterChangedMeanwhile extends Conflicting {

    RegisterChangedMeanwhile(String title) {
        super("core.register.changed-meanwhile", title);
    }
}
