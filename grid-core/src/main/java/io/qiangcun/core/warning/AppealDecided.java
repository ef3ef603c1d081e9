package io.qiangcun.core.warning;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/**
 * A place above decided an appeal.
 *
 * @param overturned whether the warning was wrong: then it, and what it was about, counts nowhere
 */
public record AppealDecided(
        WarningId warning, String rule, String subject, boolean overturned, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
