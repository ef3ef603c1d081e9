package io.qiangcun.party.activity;

/** Changes a draft, and submits it if so wished. */
public record ReviseDraft(ActivityId activity, long version, ActivityContent content, boolean submit) {}
