package io.qiangcun.core.account;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody has signed in. */
public record SignInSucceeded(AccountId account, PlaceCode placeCode, String login)
        implements DomainEvent, PlaceBound {}
