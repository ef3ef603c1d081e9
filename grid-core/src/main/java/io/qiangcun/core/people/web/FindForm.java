package io.qiangcun.core.people.web;

import java.util.Objects;

/** Looks for a person by identity number; sent by post, so that no number stands in an address. */
record FindForm(String identityNumber) {

    FindForm {
        identityNumber = Objects.requireNonNullElse(identityNumber, "");
    }
}
