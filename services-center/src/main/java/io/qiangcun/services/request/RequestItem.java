package io.qiangcun.services.request;

/**
 * A service as it was published when somebody asked for it.
 *
 * @param version of its description
 * @param legalDays working days that the law allows, 0 if it says nothing
 * @param promisedDays working days that the county promises; 0 is done on the day itself
 */
public record RequestItem(String code, int version, String name, int legalDays, int promisedDays) {

    public RequestItem {
        if (code.isBlank() || name.isBlank() || legalDays < 0 || promisedDays < 0) {
            throw new IllegalArgumentException("Not a service: " + code);
        }
    }
}
