package io.qiangcun.core.account;

/** Replaces one's own password. */
public record ChangePassword(String current, String next) {

    @Override
    public String toString() {
        return "ChangePassword";
    }
}
