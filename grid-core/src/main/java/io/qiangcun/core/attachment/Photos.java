package io.qiangcun.core.attachment;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import org.springframework.stereotype.Component;

/**
 * Draws photos anew, upright and small. What is written holds nothing but pixels: no position, no camera, no hidden
 * file. Two at a time, because nothing else in the house works the processor so hard.
 */
@Component
class Photos {

    private static final float QUALITY = 0.85f;
    private static final int THUMBNAIL = 320;
    private static final int AT_A_TIME = 2;
    private static final int PATIENCE_SECONDS = 20;

    private final AttachmentProperties limits;
    private final Semaphore turns = new Semaphore(AT_A_TIME);

    Photos(AttachmentProperties limits) {
        this.limits = limits;
    }

    /** Writes the photo and a thumbnail of it; refuses what is no photo or would unpack to too much. */
    void redraw(Path source, String name, Path photo, Path thumbnail) throws IOException {
        if (!takeTurn()) {
            throw new AttachmentRefused("busy", name);
        }
        try {
            var upright = Orientation.of(source).turn(decode(source, name));
            var whole = scaled(upright, limits.longestSide());
            write(whole, photo);
            write(scaled(whole, THUMBNAIL), thumbnail);
        } finally {
            turns.release();
        }
    }

    private boolean takeTurn() {
        try {
            return turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private BufferedImage decode(Path source, String name) throws IOException {
        try (var in = ImageIO.createImageInputStream(source.toFile())) {
            var reader = readerOf(in).orElseThrow(() -> new AttachmentRefused("broken", name));
            try {
                reader.setInput(in, true, true);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width * height > limits.pixelLimit()) {
                    throw new AttachmentRefused("too-many-pixels", name, limits.pixelLimit() / 1_000_000);
                }
                var skip = (int) Math.max(1, Math.max(width, height) / (2L * limits.longestSide()));
                var parameters = reader.getDefaultReadParam();
                parameters.setSourceSubsampling(skip, skip, 0, 0);
                return reader.read(0, parameters);
            } finally {
                reader.dispose();
            }
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException broken) {
            // what the decoders throw at damaged files
            throw new AttachmentRefused("broken", name);
        }
    }

    private static Optional<ImageReader> readerOf(ImageInputStream in) {
        var readers = ImageIO.getImageReaders(in);
        return readers.hasNext() ? Optional.of(readers.next()) : Optional.empty();
    }

    /** On white, because JPEG knows no transparency. */
    private static BufferedImage scaled(BufferedImage image, int longestSide) {
        var factor = Math.min(1.0, (double) longestSide / Math.max(image.getWidth(), image.getHeight()));
        var width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        var height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            pen.setBackground(Color.WHITE);
            pen.clearRect(0, 0, width, height);
            pen.drawImage(
                    image,
                    AffineTransform.getScaleInstance(
                            (double) width / image.getWidth(), (double) height / image.getHeight()),
                    null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }
}
