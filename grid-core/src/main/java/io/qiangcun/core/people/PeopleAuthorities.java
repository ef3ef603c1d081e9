package io.qiangcun.core.people;

/** What posts may be allowed to do with persons and households. */
public final class PeopleAuthorities {

    public static final String READ = "core.people.read";
    public static final String WRITE = "core.people.write";

    /** To see an encrypted field, one at a time and with a reason. */
    public static final String REVEAL = "core.people.reveal";

    private PeopleAuthorities() {}
}
