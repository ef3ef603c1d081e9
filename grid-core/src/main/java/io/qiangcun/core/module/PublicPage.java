package io.qiangcun.core.module;

/**
 * A page with all below it that anybody may open without signing in. Whoever sends something to it is counted by his
 * address, as at the sign-in. Declare it as a bean of the module whose page it is.
 *
 * @param path without a slash at its end
 * @param titleKey how the sign-in page calls it
 * @param keepsWhatWasTyped whether the page says itself that somebody sends too much, so that nothing typed is lost: it
 *     finds {@link #WAIT} in the request, answers 429 and does nothing else
 */
public record PublicPage(String path, String titleKey, boolean keepsWhatWasTyped) {

    /** A request attribute: the time to wait, if the address has sent too much. */
    public static final String WAIT = PublicPage.class.getName() + ".wait";

    public PublicPage {
        if (!path.matches("(/[a-z-]+){2,}")) {
            throw new IllegalArgumentException("Not the path of a module's page: " + path);
        }
    }

    public PublicPage(String path, String titleKey) {
        this(path, titleKey, false);
    }

    public static PublicPage keepingWhatWasTyped(String path, String titleKey) {
        return new PublicPage(path, titleKey, true);
    }

    /** Whether the path is the page or lies below it. */
    public boolean covers(String other) {
        return other.equals(path) || other.startsWith(path + "/");
    }
}
