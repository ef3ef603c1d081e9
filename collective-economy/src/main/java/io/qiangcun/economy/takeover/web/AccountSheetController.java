package io.qiangcun.economy.takeover.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.SheetColumn;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountTakeover;
import io.qiangcun.economy.book.AccountTakeover.Entry;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import io.qiangcun.economy.takeover.web.LedgerSheets.Read;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The accounts of a book from a sheet. */
@Controller
@RequestMapping("/economy/books/{id}/import/accounts")
class AccountSheetController extends BookSheetPages<Entry> {

    private final LedgerSheets sheets;
    private final AccountTakeover accounts;
    private final Messages messages;

    AccountSheetController(LedgerSheets sheets, AccountTakeover accounts, BookQueries books, Messages messages) {
        super("accounts", books, messages);
        this.sheets = sheets;
        this.accounts = accounts;
        this.messages = messages;
    }

    @Override
    public String authority() {
        return EconomyAuthorities.MANAGE_BOOKS;
    }

    @Override
    List<SheetColumn> columns() {
        return sheets.accountColumns();
    }

    @Override
    Read<Entry> read(byte[] file, BookRow book, UUID batch) {
        return sheets.accounts(file);
    }

    @Override
    Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, BookRow book, List<Entry> entries) {
        return accounts.check(jurisdiction, book.id(), entries);
    }

    @Override
    Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, BookRow book, List<Entry> entries) {
        return accounts.take(jurisdiction, book.id(), entries);
    }

    @Override
    Tally tally(Jurisdiction jurisdiction, BookRow book, List<Entry> entries) {
        var count = accounts.count(jurisdiction, book.id(), entries);
        return new Tally(
                List.of(
                        messages.get("economy.takeover.accounts.known"),
                        messages.get("economy.takeover.accounts.added")),
                List.of(),
                List.of(String.valueOf(count.known()), String.valueOf(count.added())));
    }

    @Override
    String next(BookId book) {
        return book.href() + "/accounts";
    }
}
