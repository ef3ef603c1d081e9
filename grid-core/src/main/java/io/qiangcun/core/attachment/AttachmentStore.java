package io.qiangcun.core.attachment;

import io.qiangcun.core.domain.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.stereotype.Component;

/** Keeps the bytes of attachments below one directory, under names of our own. */
@Component
class AttachmentStore {

    private static final String THUMBNAIL = ".small";

    private final AttachmentProperties properties;
    private final Photos photos;

    AttachmentStore(AttachmentProperties properties, Photos photos) {
        this.properties = properties;
        this.photos = photos;
    }

    /** Checks the upload, draws it anew if it is a photo, and keeps it. */
    Kept keep(AttachmentId id, Upload upload, String name) {
        try {
            var incoming = Files.createTempFile(directory("incoming"), "upload", null);
            try {
                return keep(id, upload, name, incoming);
            } finally {
                Files.deleteIfExists(incoming);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path fileOf(AttachmentId id, boolean small) {
        return folderOf(id).resolve(small ? id + THUMBNAIL : id.toString());
    }

    void forget(AttachmentId id) {
        try {
            Files.deleteIfExists(fileOf(id, false));
            Files.deleteIfExists(fileOf(id, true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Kept keep(AttachmentId id, Upload upload, String name, Path incoming) throws IOException {
        receive(upload, name, incoming);
        var type = FileTypes.of(incoming).orElseThrow(() -> new AttachmentRefused("wrong-type", name));
        var limit = type.isPhoto() ? properties.photoLimit() : properties.fileLimit();
        if (Files.size(incoming) > limit.toBytes()) {
            throw new AttachmentRefused("too-large", name, limit.toMegabytes());
        }
        Files.createDirectories(folderOf(id));
        if (type.isPhoto()) {
            photos.redraw(incoming, name, fileOf(id, false), fileOf(id, true));
            type = FileType.JPEG;
        } else {
            Files.move(incoming, fileOf(id, false), StandardCopyOption.ATOMIC_MOVE);
        }
        var file = fileOf(id, false);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return new Kept(type, Files.size(file), Sha256.hex(file));
    }

    /** Stops reading where no kind of file may be larger. */
    private void receive(Upload upload, String name, Path incoming) throws IOException {
        var most = Math.max(
                properties.photoLimit().toBytes(), properties.fileLimit().toBytes());
        try (InputStream in = upload.content().getInputStream();
                var out = Files.newOutputStream(incoming)) {
            var buffer = new byte[64 * 1024];
            long received = 0;
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                received += read;
                if (received > most) {
                    throw new AttachmentRefused("too-large", name, most / (1024 * 1024));
                }
                out.write(buffer, 0, read);
            }
            if (received == 0) {
                throw new AttachmentRefused("empty", name);
            }
        }
    }

    /** A few thousand folders at most, however many files there are. */
    private Path folderOf(AttachmentId id) {
        var text = id.toString();
        return properties
                .directory()
                .toAbsolutePath()
                .resolve(text.substring(0, 2))
                .resolve(text.substring(2, 4));
    }

    private Path directory(String name) throws IOException {
        return Files.createDirectories(properties.directory().toAbsolutePath().resolve(name));
    }

    record Kept(FileType type, long size, String sha256) {}
}
