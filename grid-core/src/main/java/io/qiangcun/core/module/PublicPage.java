package io.qiangcun.core.module;

/**
 * A page with all below it that anybody may open without signing in. Whoever sends something to it is counted by his
 * address, as at the sign-in. Declare it as a bean of the module whose page it is.
 *
 * @param path without a slash at its end
 * @param titleKey how the sign-in page calls it
 */
public record PublicPage(String path, String titleKey) {

    public PublicPage {
        if (!path.matches("(/[a-z-]+){2,}")) {
            throw new IllegalArgumentException("Not the path of a module's page: " + path);
        }
    }

    /** Whether the path is the page or lies below it. */
    public boolean covers(String other) {
        return other.equals(path) || other.startsWith(path + "/");
    }
}
