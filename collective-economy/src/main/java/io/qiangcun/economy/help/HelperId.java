package io.qiangcun.economy.help;

import jakarta.persistence.Column;
import java.util.UUID;

/** Identifies that somebody helps a village for a time. */
public record HelperId(@Column(name = "helper_id") UUID value) {

    public static HelperId next() {
        return new HelperId(UUID.randomUUID());
    }

    public static HelperId valueOf(String text) {
        return new HelperId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
