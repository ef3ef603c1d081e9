package io.qiangcun.core.people;

import java.util.UUID;

/** Somebody whom another place has handed over and who has yet to be taken in. */
public record ComingPerson(UUID personId, String name, String fromName, String toName) {}
