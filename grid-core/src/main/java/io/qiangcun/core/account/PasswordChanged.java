package io.qiangcun.core.account;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** The holder has chosen a password of his own. */
public record PasswordChanged(AccountId account, PlaceCode placeCode, String login)
        implements DomainEvent, PlaceBound {}
