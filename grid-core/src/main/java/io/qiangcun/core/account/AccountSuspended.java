package io.qiangcun.core.account;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Nobody signs in to the account until it is reopened. */
public record AccountSuspended(AccountId account, PlaceCode placeCode, String login)
        implements DomainEvent, PlaceBound {}
