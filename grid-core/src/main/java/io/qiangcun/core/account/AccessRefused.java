package io.qiangcun.core.account;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** An account asked for a page or an action that its role does not have. */
public record AccessRefused(AccountId account, PlaceCode placeCode, String login, String asked)
        implements DomainEvent, PlaceBound {}
