package io.qiangcun.economy.cooperative;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.LedgerFixtures;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cooperatives of tests. */
@Component
public class CooperativeFixtures {

    public static final LocalDate FOUNDED = LocalDate.of(2024, 3, 1);

    private static final String ENOUGH = "Everything that has to be said of it, and a little more";

    private final LedgerFixtures ledger;
    private final CooperativeService cooperatives;
    private final CurrentAccount current;

    CooperativeFixtures(LedgerFixtures ledger, CooperativeService cooperatives, CurrentAccount current) {
        this.ledger = ledger;
        this.cooperatives = cooperatives;
        this.current = current;
    }

    public CooperativeId in(PlaceCode place, String name) {
        return written(place, command(place, name, null));
    }

    /** One that keeps its book here. */
    public CooperativeId in(PlaceCode place, String name, BookId book) {
        return written(place, command(place, name, book));
    }

    CooperativeId written(PlaceCode place, WriteCooperative command) {
        ledger.run(place, () -> cooperatives.write(current.jurisdiction(), current.actor(), command));
        return command.id();
    }

    static WriteCooperative command(PlaceCode place, String name, @Nullable BookId book) {
        return new WriteCooperative(
                CooperativeId.next(),
                place,
                name,
                null,
                "Branch",
                Industry.LIVESTOCK,
                FOUNDED,
                null,
                CooperativeMode.HOUSEHOLDS,
                book,
                new Sections(ENOUGH, ENOUGH, ENOUGH, ENOUGH));
    }
}
