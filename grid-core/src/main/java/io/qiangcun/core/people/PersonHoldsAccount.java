package io.qiangcun.core.people;

import io.qiangcun.core.account.AccountId;
import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A recorded person is said to hold an account. */
public record PersonHoldsAccount(PersonId person, AccountId account, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
