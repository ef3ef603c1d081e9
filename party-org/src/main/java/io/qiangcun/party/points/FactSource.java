package io.qiangcun.party.points;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A record that proves a fact.
 *
 * @param kind code of its {@link FactSources}
 * @param day when it happened
 */
public record FactSource(String kind, UUID id, LocalDate day, String label, String href) {

    /** As forms send it. */
    public String key() {
        return kind + ":" + id;
    }
}
