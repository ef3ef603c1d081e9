package io.qiangcun.party.member;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member whom another place has handed over and whom a branch here has yet to take in. */
public record IncomingMember(
        UUID memberId, @Nullable String name, Standing standing, LocalDate joinedOn, String fromName, String toName) {}
