package io.qiangcun.party.points.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which quarter of which branch is shown. */
record PublishForm(String id, String organisation, String quarter) {

    PublishForm {
        id = given(id);
        organisation = given(organisation);
        quarter = given(quarter);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
