package io.qiangcun.economy;

/** What posts may be allowed to do with the books of collective organisations. */
public final class EconomyAuthorities {

    public static final String READ_BOOKS = "economy.book.read";
    /** Opens books and years, and gives them accounts. */
    public static final String MANAGE_BOOKS = "economy.book.manage";
    /** Writes and submits vouchers. */
    public static final String WRITE_VOUCHERS = "economy.voucher.write";
    /** Reviews what others wrote, and posts it. */
    public static final String REVIEW_VOUCHERS = "economy.voucher.review";

    public static final String CLOSE_MONTHS = "economy.month.close";
    public static final String REOPEN_MONTHS = "economy.month.reopen";

    public static final String READ_INCOME = "economy.income.read";
    /** Says from a year on what counts as which income. */
    public static final String DEFINE_INCOME = "economy.income.define";

    public static final String READ_BONUS = "economy.bonus.read";
    /** Writes, tries, decides and drops what income pays. */
    public static final String DEFINE_BONUS = "economy.bonus.define";

    public static final String READ_DOUBTS = "economy.doubt.read";
    /** Looks into what wants to be explained, and says what came of it. */
    public static final String ANSWER_DOUBTS = "economy.doubt.answer";

    public static final String READ_CONTRACTS = "economy.contract.read";
    /** Writes contracts, and drafts what books them. */
    public static final String WRITE_CONTRACTS = "economy.contract.write";

    public static final String READ_ASSETS = "economy.asset.read";
    /** Writes cards, counts them, and drafts what charges them. */
    public static final String WRITE_ASSETS = "economy.asset.write";

    public static final String READ_DISTRIBUTIONS = "economy.distribution.read";
    /** Keeps shares, proposes what is done with a result, and drafts what books and pays it. */
    public static final String WRITE_DISTRIBUTIONS = "economy.distribution.write";

    public static final String READ_NOTICES = "economy.notice.read";
    /** Publishes notices, takes them back and answers for them. */
    public static final String PUBLISH_NOTICES = "economy.notice.publish";

    public static final String READ_COOPERATIVES = "economy.cooperative.read";
    /** Writes down cooperatives, their members and what they trade; drafts and pays what is distributed. */
    public static final String WRITE_COOPERATIVES = "economy.cooperative.write";
    /** Joins cooperatives into federations and makes them examples. */
    public static final String OVERSEE_COOPERATIVES = "economy.cooperative.oversee";

    public static final String READ_HELP = "economy.help.read";
    /** Lists weak villages and says who helps them. */
    public static final String ASSIGN_HELP = "economy.help.assign";

    public static final String READ_PROJECTS = "economy.project.read";
    /** Says how far a project is and where its money stands in the book. */
    public static final String REPORT_PROJECTS = "economy.project.report";
    /** Writes projects down, enters money beside the book, and accepts what is finished. */
    public static final String APPROVE_PROJECTS = "economy.project.approve";

    public static final String READ_PLANS = "economy.plan.read";
    /** Says what a village means to earn, and how. */
    public static final String WRITE_PLANS = "economy.plan.write";
    /** Words the models that villages choose from. */
    public static final String DEFINE_MODELS = "economy.plan.define";

    public static final String READ_COMPANIES = "economy.company.read";
    /** Writes down what villages own together and shares its profit. */
    public static final String WRITE_COMPANIES = "economy.company.write";
    /** Says that a village has its part. */
    public static final String RECEIVE_PROFITS = "economy.company.receive";

    private EconomyAuthorities() {}
}
