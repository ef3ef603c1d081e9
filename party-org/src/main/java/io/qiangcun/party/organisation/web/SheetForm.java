package io.qiangcun.party.organisation.web;

import io.qiangcun.core.web.Typed;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sheet on its way: uploaded, then shown in numbers, then confirmed; in between it is kept in the page only.
 *
 * @param sheet the workbook, once it was uploaded
 */
record SheetForm(String id, String sheet) {

    SheetForm(@Nullable String id, @Nullable String sheet) {
        this.id = Objects.requireNonNullElse(id, "");
        this.sheet = Objects.requireNonNullElse(sheet, "");
    }

    static SheetForm empty() {
        return new SheetForm(UUID.randomUUID().toString(), "");
    }

    SheetForm with(byte[] workbook) {
        return new SheetForm(id, Base64.getEncoder().encodeToString(workbook));
    }

    UUID batch() {
        return Typed.sent(UUID::fromString, id);
    }

    byte[] workbook() {
        return Typed.sent(Base64.getDecoder()::decode, sheet);
    }
}
