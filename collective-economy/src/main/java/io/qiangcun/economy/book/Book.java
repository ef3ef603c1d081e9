package io.qiangcun.economy.book;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.YearMonth;

/** One set of accounts of one organisation under one regulation. */
@Entity
@Table(name = "economy_book")
class Book extends AuditedAggregate<Book> implements PlaceBound {

    @EmbeddedId
    private BookId id;

    @Embedded
    private PlaceCode place;

    private String name;

    private String regime;

    private LocalDate openedOn;

    @Enumerated(EnumType.STRING)
    private Variant variant;

    @Embedded
    private Recorded recorded;

    @SuppressWarnings("NullAway.Init")
    protected Book() {}

    Book(OpenBook command, Recorded recorded) {
        this.id = command.id();
        this.place = command.place();
        this.name = command.name();
        this.regime = command.regime();
        this.openedOn = command.from().atDay(1);
        this.variant = command.variant();
        this.recorded = recorded;
        registerEvent(new BookOpened(id, name, regime, place));
    }

    void present(Variant chosen) {
        variant = chosen;
    }

    void yearOpened(int year) {
        registerEvent(new YearOpened(id, year, place));
    }

    void accountAdded(AccountCode account, String accountName) {
        registerEvent(new AccountAdded(id, account, accountName, place));
    }

    void monthClosed(YearMonth month) {
        registerEvent(new MonthClosed(id, month, place));
    }

    void monthReopened(YearMonth month, String reason) {
        registerEvent(new MonthReopened(id, month, reason, place));
    }

    BookId getId() {
        return id;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    String getName() {
        return name;
    }

    YearMonth from() {
        return YearMonth.from(openedOn);
    }
}
