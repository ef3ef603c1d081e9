package io.qiangcun.core.attachment;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as they come in, honest and otherwise. */
public final class SampleFiles {

    private SampleFiles() {}

    /** A picture whose left half is red and whose right half is blue. */
    public static byte[] jpeg(int width, int height) {
        return picture(width, height, "jpg");
    }

    public static byte[] png(int width, int height) {
        return picture(width, height, "png");
    }

    /** A photo that says how the camera was held and where it was. */
    static byte[] jpegWithExif(int width, int height, int orientation) {
        var exif = ByteBuffer.allocate(128);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0);
        exif.put("GPS 42.7N 121.8E".getBytes(StandardCharsets.US_ASCII));
        var plain = jpeg(width, height);
        var whole = ByteBuffer.allocate(plain.length + 4 + exif.position());
        whole.put(plain, 0, 2);
        whole.putShort((short) 0xFFE1).putShort((short) (exif.position() + 2));
        whole.put(exif.array(), 0, exif.position());
        whole.put(plain, 2, plain.length - 2);
        return whole.array();
    }

    /** A PNG of a few bytes that claims to be of the given size. */
    static byte[] pngClaiming(int width, int height) {
        var png = png(2, 2);
        var header = ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        var sum = new CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        return png;
    }

    public static byte[] pdf() {
        return text("%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n");
    }

    static byte[] docx() {
        return zip("[Content_Types].xml", "word/document.xml");
    }

    public static byte[] xlsx() {
        return zip("[Content_Types].xml", "xl/workbook.xml");
    }

    static byte[] zip(String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            for (var name : names) {
                archive.putNextEntry(new ZipEntry(name));
                archive.write(text("<x/>"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] picture(int width, int height, String format) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
