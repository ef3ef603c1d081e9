package io.qiangcun.core.audit;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to show; null leaves a question open.
 *
 * @param to the last day, included
 * @param login the account's, from its beginning
 * @param type as it is kept
 * @param place with all that lies in it
 */
public record AuditFilter(
        LocalDate from,
        LocalDate to,
        @Nullable String login,
        @Nullable String type,
        @Nullable PlaceCode place) {}
