package io.qiangcun.core.slip;

import java.time.LocalDate;

/**
 * A slip at the only moment at which its code is known.
 *
 * @param code in groups, as it is printed
 * @param lastDay the last day on which it opens anything
 */
public record IssuedSlip(SlipId id, String code, LocalDate lastDay) {}
