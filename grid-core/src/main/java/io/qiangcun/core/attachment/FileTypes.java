package io.qiangcun.core.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Recognises files by what is in them. */
final class FileTypes {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private static final int MOST_ENTRIES = 2000;
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;

    private FileTypes() {}

    static Optional<FileType> of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(PNG.length);
        }
        if (startsWith(head, JPEG)) {
            return Optional.of(FileType.JPEG);
        }
        if (startsWith(head, PNG)) {
            return Optional.of(FileType.PNG);
        }
        if (startsWith(head, PDF)) {
            return Optional.of(FileType.PDF);
        }
        return startsWith(head, ZIP) ? ofArchive(file) : Optional.empty();
    }

    /** Office documents only; nothing in them is unpacked, their list of contents is read. */
    private static Optional<FileType> ofArchive(Path file) {
        try (var archive = new ZipFile(file.toFile())) {
            var entries = archive.stream().toList();
            var unpacked = entries.stream().mapToLong(ZipEntry::getSize).sum();
            if (entries.size() > MOST_ENTRIES
                    || unpacked > MOST_UNPACKED
                    || entries.stream().anyMatch(FileTypes::isSuspicious)
                    || archive.getEntry("[Content_Types].xml") == null) {
                return Optional.empty();
            }
            if (archive.getEntry("word/document.xml") != null) {
                return Optional.of(FileType.DOCX);
            }
            return archive.getEntry("xl/workbook.xml") == null ? Optional.empty() : Optional.of(FileType.XLSX);
        } catch (IOException | IllegalArgumentException brokenArchive) {
            return Optional.empty();
        }
    }

    private static boolean isSuspicious(ZipEntry entry) {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        return entry.getSize() < 0
                || name.contains("..")
                || name.startsWith("/")
                || name.contains("\\")
                || name.endsWith("vbaproject.bin")
                || name.endsWith(".exe")
                || name.endsWith(".zip")
                || name.contains("/externallinks/");
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
