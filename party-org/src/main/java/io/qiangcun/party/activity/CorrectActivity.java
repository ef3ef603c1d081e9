package io.qiangcun.party.activity;

/** Puts a new edition in the place of a submitted record, and says why. */
public record CorrectActivity(ActivityId activity, long version, ActivityContent content, String reason) {}
