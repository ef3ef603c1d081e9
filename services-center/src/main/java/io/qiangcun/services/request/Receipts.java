package io.qiangcun.services.request;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Numbers by which whoever asked asks how it stands: twelve signs by chance, without letters that are taken for digits. */
@Component
public class Receipts {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 4;
    private static final int LENGTH = 3 * GROUP;

    private final SecureRandom random = new SecureRandom();

    public String next() {
        return grouped(random.ints(LENGTH, 0, SIGNS.length())
                .collect(StringBuilder::new, (code, at) -> code.append(SIGNS.charAt(at)), StringBuilder::append)
                .toString());
    }

    /** As people type it: small letters, blanks, without dashes; O for 0, I and L for 1. */
    public static Optional<String> typed(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return plain.matches("[" + SIGNS + "]{" + LENGTH + "}") ? Optional.of(grouped(plain)) : Optional.empty();
    }

    private static String grouped(String code) {
        return code.substring(0, GROUP) + "-" + code.substring(GROUP, 2 * GROUP) + "-" + code.substring(2 * GROUP);
    }
}
