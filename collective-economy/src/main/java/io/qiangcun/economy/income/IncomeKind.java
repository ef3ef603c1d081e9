package io.qiangcun.economy.income;

/** What money that came in, or was spent, was. Only the first is what bands and targets speak of. */
public enum IncomeKind {
    /** Earned with the collective's own money, assets and land. */
    OPERATING,
    /** Given by the state. */
    GRANT,
    /** Comes once: a gift, a find, a fine. */
    ONE_OFF,
    /** Received for others or for a project, spent on it: never income. */
    PASS_THROUGH,
    /** Spent to earn, and to run the collective. */
    OPERATING_COST,
    /** Spent on the village, and taxes on income. */
    OTHER_COST;

    public String messageKey() {
        return "economy.income.kind." + this;
    }
}
