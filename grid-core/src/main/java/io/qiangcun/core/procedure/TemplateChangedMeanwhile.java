package io.qiangcun.core.procedure;

import io.qiangcun.core.error.Conflicting;

/** Another edition of the copy was published since the form was rendered. */
public class TemplateChangedMeanwhile extends Conflicting {

    TemplateChangedMeanwhile(String title) {
        super("core.procedure.copy.changed-meanwhile", title);
    }
}
