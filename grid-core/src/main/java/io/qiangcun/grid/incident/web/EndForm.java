package io.qiangcun.grid.incident.web;

import static io.qiangcun.grid.incident.web.IncidentForm.given;

import jakarta.validation.constraints.Size;

/** The review that ends an incident. */
record EndForm(
        @Size(max = 2000) String happened, @Size(max = 2000) String better) {

    EndForm {
        happened = given(happened);
        better = given(better);
    }
}
