package io.qiangcun.core.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The database cannot be kept or started in the directory; the message says why. */
class DirectoryUnusable extends RuntimeException {

    private final transient Path directory;

    DirectoryUnusable(Path directory, String why, @Nullable Throwable cause) {
        super(why, cause);
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }
}
