package io.qiangcun.core.web;

import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sheet on its way: uploaded, then shown in numbers, then confirmed; in between it is kept in the page only.
 *
 * @param sheet the workbook, once it was uploaded
 */
public record SheetForm(String id, String sheet) {

    public SheetForm(@Nullable String id, @Nullable String sheet) {
        this.id = Objects.requireNonNullElse(id, "");
        this.sheet = Objects.requireNonNullElse(sheet, "");
    }

    public static SheetForm empty() {
        return new SheetForm(UUID.randomUUID().toString(), "");
    }

    public SheetForm with(byte[] workbook) {
        return new SheetForm(id, Base64.getEncoder().encodeToString(workbook));
    }

    /** Tells the lines of a sheet sent twice that they are the same. */
    public UUID batch() {
        return Typed.sent(UUID::fromString, id);
    }

    public byte[] workbook() {
        return Typed.sent(Base64.getDecoder()::decode, sheet);
    }
}
