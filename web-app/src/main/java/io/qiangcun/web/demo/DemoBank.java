package io.qiangcun.web.demo;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.bank.BankEntry;
import io.qiangcun.economy.bank.BankStatements;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the bank says of a book's last months: most of what is booked, a day or two later; what was paid last is still on its way,
 * and a fee nobody has booked yet.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoBank {

    private static final AccountCode BANK = new AccountCode("102");
    private static final int FEE = 12;

    private final BankStatements statements;
    private final JdbcClient database;

    DemoBank(BankStatements statements, JdbcClient database) {
        this.statements = statements;
        this.database = database;
    }

    private record Moved(LocalDate dated, String summary, BigDecimal amount) {}

    /** @param last the month up to which the bank sent its statement */
    void write(Jurisdiction here, Actor clerk, BookId book, YearMonth first, YearMonth last) {
        var booked = moved(here, book).stream()
                .filter(line -> !line.dated().isAfter(last.atEndOfMonth()))
                .toList();
        var before = booked.stream()
                .filter(line -> line.dated().isBefore(first.atDay(1)))
                .map(Moved::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var sent = new ArrayList<>(booked.stream()
                .filter(line -> !line.dated().isBefore(first.atDay(1)))
                .map(line -> new Moved(later(line.dated(), last), line.summary(), line.amount()))
                .toList());
        if (sent.isEmpty()) {
            return;
        }
        sent.remove(sent.size() - 1);
        sent.add(new Moved(last.atEndOfMonth(), "账户管理费", BigDecimal.valueOf(-FEE)));
        sent.sort(Comparator.comparing(Moved::dated));
        var balance = new Money(before);
        var entries = new ArrayList<BankEntry>();
        for (var line : sent) {
            var amount = new Money(line.amount());
            balance = balance.plus(amount);
            entries.add(new BankEntry(line.dated(), amount, balance, "", line.summary(), ""));
        }
        statements.take(here, clerk, book, BANK, entries);
    }

    private static LocalDate later(LocalDate booked, YearMonth last) {
        var later = booked.plusDays(booked.getDayOfMonth() % 3);
        return later.isAfter(last.atEndOfMonth()) ? booked : later;
    }

    private List<Moved> moved(Jurisdiction here, BookId book) {
        return database.sql("""
                select v.dated, v.summary, case l.side when 'D' then l.amount else -l.amount end as amount
                  from economy_line l join economy_voucher v on v.voucher_id = l.voucher_id and v.state = 'POSTED'
                  where l.book_id = :book and l.account_code = :bank and l.place_code >= :lo and l.place_code < :hi
                  order by v.dated, v.number
                """)
                .param("book", book.value())
                .param("bank", BANK.value())
                .param("lo", here.lo())
                .param("hi", here.hi())
                .query(Moved.class)
                .list();
    }
}
