package io.qiangcun.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.unit.DataSize;

class AttachmentStoreTests {

    @TempDir
    Path directory;

    AttachmentStore store;

    @BeforeEach
    void open() {
        var limits = new AttachmentProperties(
                directory, DataSize.ofKilobytes(200), DataSize.ofKilobytes(300), 50_000_000, 1920, 20);
        store = new AttachmentStore(limits, new Photos(limits));
    }

    @ParameterizedTest
    @MethodSource
    void recognisesFilesByWhatIsInThem(byte[] content, FileType type) {
        assertThat(keep("name.txt", content).type()).isEqualTo(type);
    }

    static Stream<Arguments> recognisesFilesByWhatIsInThem() {
        return Stream.of(
                Arguments.of(SampleFiles.jpeg(40, 20), FileType.JPEG),
                Arguments.of(SampleFiles.png(40, 20), FileType.JPEG),
                Arguments.of(SampleFiles.pdf(), FileType.PDF),
                Arguments.of(SampleFiles.docx(), FileType.DOCX),
                Arguments.of(SampleFiles.xlsx(), FileType.XLSX));
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatItDoesNotKnow(String name, byte[] content) {
        assertRefused("wrong-type", () -> keep(name, content));
    }

    static Stream<Arguments> refusesWhatItDoesNotKnow() {
        return Stream.of(
                Arguments.of("page.jpg", SampleFiles.text("<html><script>alert(1)</script></html>")),
                Arguments.of("drawing.svg", SampleFiles.text("<svg xmlns='http://www.w3.org/2000/svg'/>")),
                Arguments.of("program.pdf", new byte[] {'M', 'Z', 0, 0}),
                Arguments.of("archive.docx", SampleFiles.zip("something.txt")),
                Arguments.of(
                        "macro.xlsx", SampleFiles.zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")),
                Arguments.of(
                        "linked.xlsx",
                        SampleFiles.zip("[Content_Types].xml", "xl/workbook.xml", "xl/externalLinks/link1.xml")),
                Arguments.of(
                        "climbing.docx",
                        SampleFiles.zip("[Content_Types].xml", "word/document.xml", "../../etc/passwd")),
                Arguments.of("cut.docx", SampleFiles.text("PK\u0003\u0004 and nothing more")),
                Arguments.of("picture.gif", SampleFiles.text("GIF89a")),
                Arguments.of("one.jpg", new byte[] {(byte) 0xFF}));
    }

    @Test
    void refusesNothingAtAll() {
        assertRefused("empty", () -> keep("empty.jpg", new byte[0]));
    }

    @Test
    void refusesADamagedPhoto() {
        assertRefused("broken", () -> keep("half.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 0, 0}));
    }

    @Test
    void refusesAPixelFloodBeforeUnpackingIt() {
        assertRefused("too-many-pixels", () -> keep("bomb.png", SampleFiles.pngClaiming(30_000, 30_000)));
    }

    @Test
    void refusesWhatIsTooLargeForItsKind() {
        assertRefused("too-large", () -> keep("huge.pdf", SampleFiles.joined(SampleFiles.pdf(), new byte[400 * 1024])));
        assertRefused(
                "too-large",
                () -> keep("large.jpg", SampleFiles.joined(SampleFiles.jpeg(40, 20), new byte[250 * 1024])));
        assertThat(keep("larger.pdf", SampleFiles.joined(SampleFiles.pdf(), new byte[250 * 1024]))
                        .size())
                .isGreaterThan(250 * 1024);
    }

    @Test
    void keepsNothingOfAPhotoButItsPixels() throws IOException {
        var trap = SampleFiles.text("<script>alert(1)</script>");
        var id = AttachmentId.next();

        store.keep(id, upload("photo.jpg", SampleFiles.joined(SampleFiles.jpegWithExif(40, 20, 1), trap)), "photo.jpg");

        assertThat(new String(Files.readAllBytes(store.fileOf(id, false)), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif", "GPS", "script");
    }

    @Test
    void holdsAPhotoUprightAsItsCameraWasHeld() throws IOException {
        var id = AttachmentId.next();

        store.keep(id, upload("photo.jpg", SampleFiles.jpegWithExif(40, 20, 6)), "photo.jpg");

        var image = ImageIO.read(store.fileOf(id, false).toFile());
        assertThat(image.getWidth()).isEqualTo(20);
        assertThat(image.getHeight()).isEqualTo(40);
        assertThat(isRed(image.getRGB(10, 5))).as("what was left is on top").isTrue();
        assertThat(isRed(image.getRGB(10, 35))).isFalse();
    }

    @Test
    void makesPhotosSmallAndAThumbnailOfEach() throws IOException {
        var id = AttachmentId.next();

        store.keep(id, upload("wide.png", SampleFiles.png(4000, 1000)), "wide.png");

        assertThat(ImageIO.read(store.fileOf(id, false).toFile()).getWidth()).isEqualTo(1920);
        assertThat(ImageIO.read(store.fileOf(id, true).toFile()).getWidth()).isEqualTo(320);
    }

    @Test
    void noNameIsEverAPath() throws IOException {
        var id = AttachmentId.next();

        store.keep(id, upload("../../escape.pdf", SampleFiles.pdf()), "escape.pdf");

        try (var files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(store.fileOf(id, false));
        }
        assertThat(AttachmentService.shown("../../escape.pdf")).isEqualTo("escape.pdf");
        assertThat(AttachmentService.shown("C:\\Users\\x\\photo\u0000\u202Egpj.exe"))
                .isEqualTo("photogpj.exe");
        assertThat(AttachmentService.shown("a/")).isEqualTo("-");
    }

    @Test
    void leavesNothingBehindOfWhatItRefused() throws IOException {
        assertRefused("wrong-type", () -> keep("page.jpg", SampleFiles.text("<html>")));

        try (var files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void namesTheFileByItsDigest() {
        assertThat(keep("a.pdf", SampleFiles.pdf()).sha256())
                .isEqualTo(keep("b.pdf", SampleFiles.pdf()).sha256())
                .matches("[0-9a-f]{64}");
    }

    private AttachmentStore.Kept keep(String name, byte[] content) {
        return store.keep(AttachmentId.next(), upload(name, content), name);
    }

    private static Upload upload(String name, byte[] content) {
        return new Upload(name, new ByteArrayResource(content));
    }

    private static boolean isRed(int rgb) {
        var colour = new Color(rgb);
        return colour.getRed() > 200 && colour.getBlue() < 60;
    }

    private static void assertRefused(String why, ThrowingCallable call) {
        assertThatExceptionOfType(AttachmentRefused.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo("core.attachment.refused." + why));
    }
}
