package io.qiangcun.core.module;

/**
 * A page that anybody may open, to which the foot of every page leads, signed in or not. Declare it as a bean of the module
 * whose page it is, beside its {@link PublicPage}.
 *
 * @param path of the page
 * @param titleKey how the foot calls it
 */
public record FooterPage(String path, String titleKey) {}
