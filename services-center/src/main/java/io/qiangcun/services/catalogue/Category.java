package io.qiangcun.services.catalogue;

/** What an item is filed under. */
public record Category(int number, String name) {}
