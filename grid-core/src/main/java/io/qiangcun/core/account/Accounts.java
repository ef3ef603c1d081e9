package io.qiangcun.core.account;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, AccountId>, ScopedReads<Account, AccountId> {

    Account save(Account account);

    Account saveAndFlush(Account account);
}
