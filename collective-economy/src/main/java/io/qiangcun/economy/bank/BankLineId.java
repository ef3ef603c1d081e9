package io.qiangcun.economy.bank;

import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import jakarta.persistence.Column;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifies a line of a bank's statement by what it says. */
public record BankLineId(@Column(name = "line_id") UUID value) {

    public static BankLineId valueOf(String text) {
        return new BankLineId(UUID.fromString(text));
    }

    /** @param nth of the lines of the statement that say the same */
    static BankLineId of(BookId book, AccountCode account, BankEntry entry, int nth) {
        var said = String.join("\u0000", book.toString(), account.value(), entry.said(), Integer.toString(nth));
        return new BankLineId(UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
