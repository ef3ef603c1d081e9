package io.qiangcun.core.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * An address that a telephone's camera reads, as the path of an SVG picture.
 *
 * @param size how many dots wide and high, with the margin that cameras need
 */
public record QrPicture(int size, String path) {

    private static final int MARGIN = 4;

    public static QrPicture of(String address) {
        try {
            var dots = Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix();
            var path = new StringBuilder();
            for (var y = 0; y < dots.getHeight(); y++) {
                for (var x = 0; x < dots.getWidth(); x++) {
                    if (dots.get(x, y) == 1) {
                        path.append('M')
                                .append(x + MARGIN)
                                .append(' ')
                                .append(y + MARGIN)
                                .append("h1v1h-1z");
                    }
                }
            }
            return new QrPicture(dots.getWidth() + 2 * MARGIN, path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(address, tooLong);
        }
    }
}
