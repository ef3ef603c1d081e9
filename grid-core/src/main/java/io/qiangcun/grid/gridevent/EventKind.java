package io.qiangcun.grid.gridevent;

/**
 * A kind of grid event.
 *
 * @param code two digits, or four for the second level
 * @param within the county that added it; empty for all
 * @param confidential seen only by those who have to do with it
 */
public record EventKind(String code, String within, String name, boolean urgent, boolean confidential) {

    public boolean isTop() {
        return code.length() == 2;
    }

    public String top() {
        return code.substring(0, 2);
    }
}
