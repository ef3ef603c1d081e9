package io.qiangcun.core.module;

/**
 * One entry of the main menu, shown to accounts that hold the authority. What is used every day stands in the bar itself;
 * the rest lies under the name of its module.
 *
 * @param order its place among all entries; below {@value #EVERY_DAY} in the bar itself
 * @param authority the authority that the page itself requires
 */
public record NavigationEntry(String messageKey, String path, int order, String authority) {

    static final int EVERY_DAY = 100;

    boolean isForEveryDay() {
        return order < EVERY_DAY;
    }

    /** The key of the name it lies under, which the first segment of its path tells. */
    String groupKey() {
        return path.split("/", 3)[1] + ".module.name";
    }
}
