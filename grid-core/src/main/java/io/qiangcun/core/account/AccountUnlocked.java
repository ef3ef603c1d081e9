package io.qiangcun.core.account;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Failed attempts to sign in are forgiven before their time. */
public record AccountUnlocked(AccountId account, PlaceCode placeCode, String login)
        implements DomainEvent, PlaceBound {}
