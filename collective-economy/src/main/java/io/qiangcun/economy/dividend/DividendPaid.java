package io.qiangcun.economy.dividend;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Lines of a distribution were paid. */
public record DividendPaid(DividendId dividend, int lines, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
