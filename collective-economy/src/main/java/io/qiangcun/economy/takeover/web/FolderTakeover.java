package io.qiangcun.economy.takeover.web;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.TypedSheet;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.takeover.FolderImport;
import io.qiangcun.economy.takeover.LedgerTakeover;
import io.qiangcun.economy.takeover.LedgerTakeover.Sheets;
import io.qiangcun.economy.takeover.web.LedgerSheets.Read;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a book over from the sheets in a folder: accounts, openings and vouchers, each as .xlsx or .csv. All three come in or
 * none; what is wrong is said, and the sheet with an error column is laid beside the one that came.
 */
@Component
class FolderTakeover implements FolderImport {

    private static final List<String> ENDINGS = List.of(".xlsx", ".csv");
    private static final int MOST_TOLD = 50;

    private final LedgerSheets sheets;
    private final LedgerTakeover ledgers;
    private final BookQueries books;
    private final CurrentAccount current;
    private final Messages messages;

    FolderTakeover(
            LedgerSheets sheets, LedgerTakeover ledgers, BookQueries books, CurrentAccount current, Messages messages) {
        this.sheets = sheets;
        this.ledgers = ledgers;
        this.books = books;
        this.current = current;
        this.messages = messages;
    }

    private record Sheet<E>(
            Path file, String name, @Nullable Read<E> read) {

        List<E> entries() {
            return read == null ? List.of() : read.entries();
        }

        boolean isSound() {
            return read != null && read.sheet().isSound();
        }
    }

    @Override
    public Report take(BookId id, Path folder) {
        var jurisdiction = current.jurisdiction();
        var book = books.find(jurisdiction, id).orElseThrow(() -> new BookNotFound(id));
        var said = new ArrayList<String>();
        var accounts = read("accounts", folder, said, file -> sheets.accounts(file));
        var openings = read("openings", folder, said, file -> sheets.openings(file, book, batch(file)));
        var vouchers = read("vouchers", folder, said, file -> sheets.vouchers(file, book, batch(file)));
        var all = Stream.of(accounts, openings, vouchers)
                .flatMap(Optional::stream)
                .<Sheet<?>>map(sheet -> sheet)
                .toList();
        if (all.isEmpty()) {
            return new Report(false, List.of(messages.get("economy.takeover.folder.empty", folder)));
        }
        var sound = all.stream().allMatch(Sheet::isSound);
        if (sound) {
            var wrong = ledgers.take(
                    jurisdiction,
                    current.actor(),
                    id,
                    new Sheets(entries(accounts), entries(openings), entries(vouchers)));
            accounts.ifPresent(sheet -> typed(sheet).add(wrong.accounts()));
            openings.ifPresent(sheet -> typed(sheet).add(wrong.openings()));
            vouchers.ifPresent(sheet -> typed(sheet).add(wrong.vouchers()));
            sound = wrong.isNothing();
        }
        for (var sheet : all) {
            tell(sheet, sound, said);
        }
        if (!sound) {
            said.add(messages.get("economy.takeover.folder.nothing"));
        }
        return new Report(sound, said);
    }

    private static <E> List<E> entries(Optional<Sheet<E>> sheet) {
        return sheet.map(Sheet::entries).orElse(List.of());
    }

    private static TypedSheet typed(Sheet<?> sheet) {
        return Objects.requireNonNull(sheet.read()).sheet();
    }

    private <E> Optional<Sheet<E>> read(String sort, Path folder, List<String> said, Function<byte[], Read<E>> reader) {
        return ENDINGS.stream()
                .map(ending -> folder.resolve(sort + ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> {
                    var name = messages.get("economy.takeover." + sort + ".name");
                    try {
                        return new Sheet<>(file, name, reader.apply(content(file)));
                    } catch (RuleViolated unreadable) {
                        said.add(messages.get(
                                "economy.takeover.folder.unreadable",
                                file.getFileName(),
                                messages.get(unreadable.messageKey(), unreadable.arguments())));
                        return new Sheet<E>(file, name, null);
                    }
                });
    }

    private void tell(Sheet<?> sheet, boolean taken, List<String> said) {
        if (sheet.read() == null) {
            return;
        }
        if (taken) {
            said.add(messages.get(
                    "economy.takeover.folder.taken",
                    sheet.name(),
                    sheet.entries().size()));
        } else if (!sheet.isSound()) {
            var returned = typed(sheet).returned(sheet.name());
            var beside = sheet.file().resolveSibling(sheet.file().getFileName() + ".errors.xlsx");
            write(beside, returned.workbook());
            said.add(messages.get(
                    "economy.takeover.folder.wrong",
                    sheet.file().getFileName(),
                    returned.wrong().size(),
                    beside));
            returned.wrong().entrySet().stream()
                    .limit(MOST_TOLD)
                    .forEach(line ->
                            said.add(messages.get("economy.takeover.folder.line", line.getKey(), line.getValue())));
        }
    }

    /** The same sheet again is the same batch, so that a command given twice does its work once. */
    private static UUID batch(byte[] file) {
        return UUID.nameUUIDFromBytes(file);
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
