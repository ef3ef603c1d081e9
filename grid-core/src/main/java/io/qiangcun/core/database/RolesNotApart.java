package io.qiangcun.core.database;

/** The role that owns the tables and the one that serves pages are the same, or cannot be told apart. */
class RolesNotApart extends RuntimeException {

    RolesNotApart(String found) {
        super(found);
    }
}
