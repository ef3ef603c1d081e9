package io.qiangcun.economy.project;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.money.Money;

/** Money of a project that passes the book by. */
public record ProjectFundEntered(ProjectId project, FundKind kind, String source, Money amount, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
