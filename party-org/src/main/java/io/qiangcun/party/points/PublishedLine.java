package io.qiangcun.party.points;

import java.math.BigDecimal;
import java.util.UUID;

/** A member in a published list, as he stood on that day. */
public record PublishedLine(
        UUID memberId, String memberName, BigDecimal base, BigDecimal gained, BigDecimal lost, BigDecimal balance) {}
