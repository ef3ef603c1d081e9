package io.qiangcun.party;

/** What posts may be allowed to do with Party organisations and their life. */
public final class PartyAuthorities {

    public static final String READ_ORGANISATIONS = "party.organisation.read";
    public static final String WRITE_ORGANISATIONS = "party.organisation.write";

    public static final String READ_ACTIVITIES = "party.activity.read";
    public static final String WRITE_ACTIVITIES = "party.activity.write";
    public static final String READ_MEMBERS = "party.member.read";
    public static final String WRITE_MEMBERS = "party.member.write";
    /** Who looks after which household, and who went there. */
    public static final String READ_CONTACTS = "party.contact.read";

    public static final String WRITE_CONTACTS = "party.contact.write";
    public static final String READ_POSTS = "party.post.read";
    public static final String WRITE_POSTS = "party.post.write";
    public static final String SET_STRUCTURE_RULES = "party.structure.rules";

    /** Entries, publications and objections. */
    public static final String READ_POINTS = "party.points.read";
    /** Enters facts of the own branch and publishes them. */
    public static final String ENTER_POINTS = "party.points.enter";
    /** Decides about what others entered. */
    public static final String DECIDE_POINTS = "party.points.decide";
    /** What gives points, as a county decides. */
    public static final String RULE_POINTS = "party.points.rule";

    public static final String READ_STANDARDS = "party.standard.read";
    /** Checks the own branch. */
    public static final String CHECK_STANDARDS = "party.standard.check";
    /** Agrees or disagrees with what those below found. */
    public static final String REVIEW_STANDARDS = "party.standard.review";
    /** What is checked, as a county decides, and what counts in the end. */
    public static final String SET_STANDARDS = "party.standard.set";

    public static final String READ_RATINGS = "party.rating.read";
    /** Rounds of the own branch and the stars they lead to. */
    public static final String WRITE_RATINGS = "party.rating.write";
    /** Grades of secretaries. */
    public static final String GRADE_SECRETARIES = "party.rating.grade";
    /** What stars are given for, as a county decides. */
    public static final String RULE_RATINGS = "party.rating.rule";

    public static final String READ_TRAINING = "party.training.read";
    public static final String WRITE_TRAINING = "party.training.write";

    /** What records suggest about weak organisations is for those who screen them. */
    public static final String READ_SUGGESTIONS = "party.screening.read";

    public static final String WRITE_QUOTAS = "party.recruiting.write";

    private PartyAuthorities() {}
}
