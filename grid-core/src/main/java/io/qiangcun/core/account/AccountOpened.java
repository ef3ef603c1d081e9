package io.qiangcun.core.account;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A post can sign in. */
public record AccountOpened(
        AccountId account, PlaceCode placeCode, String login, RoleName role, String post, String holder)
        implements DomainEvent, PlaceBound {}
