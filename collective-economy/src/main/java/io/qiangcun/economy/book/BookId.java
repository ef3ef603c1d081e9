package io.qiangcun.economy.book;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a book. */
@Embeddable
public record BookId(@Column(name = "book_id") UUID value) implements Serializable {

    public static BookId next() {
        return new BookId(UUID.randomUUID());
    }

    public static BookId valueOf(String text) {
        return new BookId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/economy/books/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
