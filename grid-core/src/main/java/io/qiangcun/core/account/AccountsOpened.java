package io.qiangcun.core.account;

import io.qiangcun.core.domain.DomainEvent;

/** Accounts were opened by the list: from an import or for a demonstration. */
public record AccountsOpened(int count) implements DomainEvent {}
