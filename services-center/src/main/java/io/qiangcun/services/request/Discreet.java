package io.qiangcun.services.request;

import io.qiangcun.core.people.IdentityNumber;
import java.util.regex.Pattern;

/** What somebody said, without what tells who said it: for those who deal with the matter and not with him. */
final class Discreet {

    private static final Pattern TELEPHONE =
            Pattern.compile("(?<!\\d)(?:1[3-9](?:[ -]?\\d){9}|0\\d{2,3}[ -]?\\d{7,8})(?!\\d)");
    private static final String HIDDEN = "***";

    private Discreet() {}

    static String words(String said, String name) {
        var hidden = TELEPHONE
                .matcher(IdentityNumber.hiddenIn(said).replace(name, HIDDEN))
                .replaceAll(HIDDEN);
        return hidden.isBlank() ? HIDDEN : hidden;
    }
}
