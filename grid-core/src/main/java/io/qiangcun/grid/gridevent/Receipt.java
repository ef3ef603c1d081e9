package io.qiangcun.grid.gridevent;

import io.qiangcun.core.domain.Sha256;
import java.math.BigInteger;

/** The code by which somebody asks about a report: computed from its id, so that asked twice it is the same. */
final class Receipt {

    /** Without the letters that are taken for digits. */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 10;

    private Receipt() {}

    static String of(GridEventId id) {
        var number = new BigInteger(Sha256.hex("grid-event:", id.toString()).substring(0, 16), 16);
        var code = new StringBuilder();
        for (var at = 0; at < LENGTH; at++) {
            code.append(SIGNS.charAt(number.intValue() & (SIGNS.length() - 1)));
            number = number.shiftRight(5);
        }
        return code.insert(LENGTH / 2, '-').toString();
    }
}
