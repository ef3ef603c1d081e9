package io.qiangcun.core.account;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;

/** The account's password is a new one that holds for one sign-in and a short time. */
public record OneTimePasswordIssued(AccountId account, PlaceCode placeCode, String login, Instant expiresAt)
        implements DomainEvent, PlaceBound {}
