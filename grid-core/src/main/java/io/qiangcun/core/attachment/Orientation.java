package io.qiangcun.core.attachment;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the camera was held, as the EXIF block of a JPEG says: 1 is upright, 3 upside down, 6 and 8 lie on a side, the
 * others are mirrored besides.
 */
record Orientation(int value) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int HEAD = 128 * 1024;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int EXIF = 0x45786966;
    private static final int TAG = 0x0112;

    /** Upright if the file does not say, or not in a way that can be read. */
    static Orientation of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in(ByteBuffer.wrap(in.readNBytes(HEAD)));
        }
    }

    static Orientation in(ByteBuffer jpeg) {
        try {
            if (jpeg.getShort() != (short) 0xFFD8) {
                return UPRIGHT;
            }
            while ((jpeg.get() & 0xFF) == 0xFF) {
                var marker = jpeg.get() & 0xFF;
                if (marker == START_OF_SCAN) {
                    return UPRIGHT;
                }
                var length = (jpeg.getShort() & 0xFFFF) - 2;
                if (length < 0 || length > jpeg.remaining()) {
                    return UPRIGHT;
                }
                if (marker == APP1 && length > 6 && jpeg.getInt(jpeg.position()) == EXIF) {
                    return inExif(jpeg.slice(jpeg.position() + 6, length - 6));
                }
                jpeg.position(jpeg.position() + length);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException garbled) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static Orientation inExif(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = tiff.getShort(directory) & 0xFFFF;
        for (var at = 0; at < entries; at++) {
            var entry = directory + 2 + at * 12;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                var value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** The picture as it was seen. */
    BufferedImage turn(BufferedImage image) {
        if (value == 1) {
            return image;
        }
        var width = image.getWidth();
        var height = image.getHeight();
        var matrix =
                switch (value) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                    case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
                    default -> new AffineTransform();
                };
        var lying = value >= 5;
        var turned = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_ARGB);
        var pen = turned.createGraphics();
        try {
            pen.drawImage(image, new AffineTransformOp(matrix, AffineTransformOp.TYPE_NEAREST_NEIGHBOR), 0, 0);
        } finally {
            pen.dispose();
        }
        return turned;
    }
}
