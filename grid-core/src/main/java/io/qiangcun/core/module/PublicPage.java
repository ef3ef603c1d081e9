package io.qiangcun.core.module;

/**
 * A page with all below it that anybody may open without signing in. Whoever sends something to it is counted by his
 * address, as at the sign-in. Declare it as a bean of the module whose page it is.
 *
 * @param path without a slash at its end
 * @param titleKey how the sign-in page and other public pages call it
 * @param keepsWhatWasTyped whether the page says itself that somebody sends too much, so that nothing typed is lost: it
 *     finds {@link #WAIT} in the request, answers 429 and does nothing else
 * @param below whether what lies below it is open too; if not, nothing leads to it from elsewhere either
 */
public record PublicPage(String path, String titleKey, boolean keepsWhatWasTyped, boolean below) {

    /** A request attribute: the time to wait, if the address has sent too much. */
    public static final String WAIT = PublicPage.class.getName() + ".wait";

    public PublicPage {
        if (!path.matches(below ? "(/[a-z-]+){2,}" : "(/[a-z-]+)+")) {
            throw new IllegalArgumentException("Not the path of a module's page: " + path);
        }
    }

    public PublicPage(String path, String titleKey) {
        this(path, titleKey, false, true);
    }

    public static PublicPage keepingWhatWasTyped(String path, String titleKey) {
        return new PublicPage(path, titleKey, true, true);
    }

    /** One page and nothing below it: another way to a page that is listed. */
    public static PublicPage alone(String path, String titleKey) {
        return new PublicPage(path, titleKey, false, false);
    }

    /** Whether the path is the page or lies below it. */
    public boolean covers(String other) {
        return other.equals(path) || below && other.startsWith(path + "/");
    }
}
