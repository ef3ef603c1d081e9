package io.qiangcun.economy.company;

import io.qiangcun.core.error.NotFound;

/** There is no such company, holder or claim in the jurisdiction. */
public class CompanyNotFound extends NotFound {

    public CompanyNotFound(Object id) {
        super("company", id);
    }
}
