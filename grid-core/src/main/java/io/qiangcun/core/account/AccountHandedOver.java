package io.qiangcun.core.account;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** The post is held by somebody else from now on. */
public record AccountHandedOver(AccountId account, PlaceCode placeCode, String login, String from, String to)
        implements DomainEvent, PlaceBound {}
