package io.qiangcun.core.account;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** The suspension is over. */
public record AccountReopened(AccountId account, PlaceCode placeCode, String login)
        implements DomainEvent, PlaceBound {}
