package io.qiangcun.core.database;

import java.nio.file.Path;

/** Another copy of the application works on the same directory. */
class DirectoryInUse extends RuntimeException {

    private final transient Path directory;

    DirectoryInUse(Path directory) {
        super("Another copy works on " + directory);
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }
}
