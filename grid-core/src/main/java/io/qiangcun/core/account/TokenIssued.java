package io.qiangcun.core.account;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Another system may act for the account. */
public record TokenIssued(TokenId token, PlaceCode placeCode, String login) implements DomainEvent, PlaceBound {}
