package io.qiangcun.services.catalogue;

import java.util.regex.Pattern;

/** The number of an item, the same in all its editions: category, P or A for its kind, number. */
public record ServiceItemCode(String value) implements Comparable<ServiceItemCode> {

    private static final Pattern SHAPE = Pattern.compile("\\d\\d-[PA]-\\d{3}");

    public ServiceItemCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the code of an item: " + value);
        }
    }

    public static ServiceItemCode valueOf(String text) {
        return new ServiceItemCode(text);
    }

    public static boolean fits(String text) {
        return SHAPE.matcher(text).matches();
    }

    public int category() {
        return Integer.parseInt(value.substring(0, 2));
    }

    public ItemKind kind() {
        return value.charAt(3) == 'P' ? ItemKind.PUBLIC_SERVICE : ItemKind.ADMIN_APPROVAL;
    }

    /** Where the county's page of it is. */
    public String href() {
        return "/services/catalogue/" + value;
    }

    /** Where anybody reads its guide. */
    public String guide() {
        return "/services/items/" + value;
    }

    @Override
    public int compareTo(ServiceItemCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
