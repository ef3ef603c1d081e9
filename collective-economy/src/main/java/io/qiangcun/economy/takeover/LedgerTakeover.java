package io.qiangcun.economy.takeover;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.book.AccountTakeover;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.VoucherTakeover;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a whole book over: its accounts, what it opens with and its vouchers, all three or none. */
@Component
public class LedgerTakeover {

    private final AccountTakeover accounts;
    private final VoucherTakeover vouchers;
    private final TransactionTemplate transaction;

    LedgerTakeover(AccountTakeover accounts, VoucherTakeover vouchers, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.vouchers = vouchers;
        this.transaction = transaction;
    }

    /** The lines of the three sheets; none where there is no such sheet. */
    public record Sheets(
            List<AccountTakeover.Entry> accounts,
            List<VoucherTakeover.Entry> openings,
            List<VoucherTakeover.Entry> vouchers) {

        public Sheets {
            accounts = List.copyOf(accounts);
            openings = List.copyOf(openings);
            vouchers = List.copyOf(vouchers);
        }
    }

    /** What is wrong with which line of which sheet. */
    public record Wrong(
            Map<Integer, List<Problem>> accounts,
            Map<Integer, List<Problem>> openings,
            Map<Integer, List<Problem>> vouchers) {

        public boolean isNothing() {
            return accounts.isEmpty() && openings.isEmpty() && vouchers.isEmpty();
        }
    }

    /** What comes later may name accounts that come earlier; if anything is wrong, nothing of it stays. */
    public Wrong take(Jurisdiction jurisdiction, Actor actor, BookId book, Sheets sheets) {
        return transaction.execute(status -> {
            var wrong = new Wrong(
                    sheets.accounts().isEmpty() ? Map.of() : accounts.take(jurisdiction, book, sheets.accounts()),
                    sheets.openings().isEmpty() ? Map.of() : vouchers.take(jurisdiction, actor, sheets.openings()),
                    sheets.vouchers().isEmpty() ? Map.of() : vouchers.take(jurisdiction, actor, sheets.vouchers()));
            if (!wrong.isNothing()) {
                status.setRollbackOnly();
            }
            return wrong;
        });
    }
}
