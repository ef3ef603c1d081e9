package io.qiangcun.core.account.web;

import java.time.Instant;

/** A browser that is signed in to the account. */
record OwnSession(Instant lastSeen, boolean isThisOne) {}
