package io.qiangcun.grid.incident.web;

import static io.qiangcun.grid.incident.web.IncidentForm.given;

import jakarta.validation.constraints.Size;

/** What everybody is told who is called. */
record CallForm(String id, @Size(max = 200) String message) {

    CallForm {
        id = given(id);
        message = given(message);
    }
}
