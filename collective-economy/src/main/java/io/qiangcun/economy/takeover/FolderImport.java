package io.qiangcun.economy.takeover;

import io.qiangcun.economy.book.BookId;
import java.nio.file.Path;
import java.util.List;

/** Takes a book over from the sheets in a folder, on behalf of whoever is on duty. */
public interface FolderImport {

    /**
     * What became of it, in lines to be printed.
     *
     * @param taken false: something was wrong, and nothing was saved
     */
    record Report(boolean taken, List<String> lines) {

        public Report {
            lines = List.copyOf(lines);
        }
    }

    /** @throws io.qiangcun.economy.book.BookNotFound if there is no such book within reach */
    Report take(BookId id, Path folder);
}
