package io.qiangcun.party;

/** What posts may be allowed to do with Party organisations and their life. */
public final class PartyAuthorities {

    public static final String READ_ORGANISATIONS = "party.organisation.read";
    public static final String WRITE_ORGANISATIONS = "party.organisation.write";
    public static final String READ_ACTIVITIES = "party.activity.read";
    public static final String WRITE_ACTIVITIES = "party.activity.write";
    public static final String READ_MEMBERS = "party.member.read";
    public static final String WRITE_MEMBERS = "party.member.write";
    public static final String READ_POSTS = "party.post.read";
    public static final String WRITE_POSTS = "party.post.write";
    public static final String SET_STRUCTURE_RULES = "party.structure.rules";

    private PartyAuthorities() {}
}
