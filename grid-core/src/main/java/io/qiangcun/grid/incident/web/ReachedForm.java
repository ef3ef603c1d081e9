package io.qiangcun.grid.incident.web;

import static io.qiangcun.grid.incident.web.IncidentForm.given;

import jakarta.validation.constraints.Size;

/** How somebody was reached who did not answer. */
record ReachedForm(@Size(max = 200) String note) {

    ReachedForm {
        note = given(note);
    }
}
