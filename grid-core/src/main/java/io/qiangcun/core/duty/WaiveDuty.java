package io.qiangcun.core.duty;

import java.time.LocalDate;

/**
 * Waive the duty, and with it those of the same rule and subject due until the expiry.
 *
 * @param expiresOn duties due later are owed again
 */
public record WaiveDuty(WaiverId waiver, String reason, LocalDate expiresOn) {}
