package io.qiangcun.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/** Whatever a file holds, it is kept or refused; nothing else happens. */
class GarbledFilesPropertyTests {

    private static @Nullable Path directory;

    @BeforeContainer
    static void create() throws IOException {
        directory = Files.createTempDirectory("garbled");
    }

    @AfterContainer
    static void delete() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
    }

    @Property(tries = 300)
    void aDamagedPhotoIsKeptOrRefused(@ForAll int seed, @ForAll @IntRange(min = 1, max = 40) int damages) {
        var photo = SampleFiles.jpegWithExif(64, 48, 6);
        var random = new Random(seed);
        for (var i = 0; i < damages; i++) {
            photo[3 + random.nextInt(photo.length - 3)] = (byte) random.nextInt();
        }

        keepsOrRefuses(photo);
    }

    @Property(tries = 200)
    void aDamagedDocumentIsKeptOrRefused(@ForAll int seed, @ForAll @IntRange(min = 1, max = 20) int damages) {
        var document = SampleFiles.docx();
        var random = new Random(seed);
        for (var i = 0; i < damages; i++) {
            document[4 + random.nextInt(document.length - 4)] = (byte) random.nextInt();
        }

        keepsOrRefuses(document);
    }

    @Property(tries = 500)
    void anOrientationIsAlwaysOneOfEight(@ForAll byte[] noise) {
        var jpeg = SampleFiles.joined(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1}, noise);

        assertThat(Orientation.in(ByteBuffer.wrap(jpeg)).value()).isBetween(1, 8);
    }

    private static void keepsOrRefuses(byte[] content) {
        if (directory == null) {
            throw new IllegalStateException();
        }
        var limits = new AttachmentProperties(
                directory, DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), 1_000_000, 1920, 20);
        var id = AttachmentId.next();
        try {
            new AttachmentStore(limits, new Photos(limits))
                    .keep(id, new Upload("x", new ByteArrayResource(content)), "x");
            assertThat(new AttachmentStore(limits, new Photos(limits)).fileOf(id, false))
                    .isNotEmptyFile();
        } catch (AttachmentRefused refused) {
            assertThat(refused.messageKey()).startsWith("core.attachment.refused.");
        } catch (UncheckedIOException e) {
            throw new AssertionError("A damaged file is the sender's problem, not ours", e);
        }
    }
}
