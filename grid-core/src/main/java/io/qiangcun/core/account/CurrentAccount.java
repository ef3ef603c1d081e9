package io.qiangcun.core.account;

import io.qiangcun.core.place.Jurisdiction;

/** The account on whose behalf a request or a job runs. */
public interface CurrentAccount {

    /** Where it may read; nowhere when nobody is signed in. */
    Jurisdiction jurisdiction();

    /** Where it may write; a post that only looks on says less than where it may read. */
    default Jurisdiction writes() {
        return jurisdiction();
    }

    /** Who acts; the system itself when nobody is signed in. */
    Actor actor();

    /** Whether the account holds the authority; never when nobody is signed in. */
    boolean may(String authority);
}
