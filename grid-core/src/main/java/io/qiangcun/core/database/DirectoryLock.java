package io.qiangcun.core.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.LoggerFactory;

/** One copy per directory; the system lets go of the lock when the process dies, however it dies. */
final class DirectoryLock implements AutoCloseable {

    private final FileChannel file;

    private DirectoryLock(FileChannel file) {
        this.file = file;
    }

    static DirectoryLock on(Path directory) {
        try {
            var file = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(file)) {
                file.close();
                throw new DirectoryInUse(directory);
            }
            return new DirectoryLock(file);
        } catch (IOException e) {
            throw new DirectoryUnusable(directory, "its lock cannot be had (" + e + ")", e);
        }
    }

    /** The lock is held as long as the file is open. */
    @SuppressWarnings("resource")
    private static boolean isTaken(FileChannel file) throws IOException {
        try {
            return file.tryLock() == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(DirectoryLock.class).warn("The lock could not be closed", e);
        }
    }
}
