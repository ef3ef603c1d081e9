package io.qiangcun.web.handover;

import io.qiangcun.core.account.AccountAuthorities;
import io.qiangcun.core.account.AccountFilter;
import io.qiangcun.core.account.AccountQueries;
import io.qiangcun.core.account.AccountState;
import io.qiangcun.core.dashboard.OpenItems;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The accounts whose holder has to be changed, and their passwords with him. */
@Component
class AccountsOfPlace implements OpenItems {

    private final AccountQueries accounts;

    AccountsOfPlace(AccountQueries accounts) {
        this.accounts = accounts;
    }

    @Override
    public String titleKey() {
        return "web.handover.accounts";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String authority() {
        return AccountAuthorities.READ;
    }

    @Override
    public List<Item> of(Jurisdiction jurisdiction, PlaceCode place, LocalDate today) {
        return accounts.all(jurisdiction, new AccountFilter(null, null, null, place)).stream()
                .filter(account -> account.state() != AccountState.SUSPENDED)
                .map(account -> new Item(
                        account.post(),
                        account.holder() + " · " + account.login(),
                        null,
                        "/core/accounts/" + account.id()))
                .toList();
    }
}
