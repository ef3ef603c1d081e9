package io.qiangcun.services.hint;

/** What words may hint at. */
public enum HintKind {
    EMERGENCY,
    PETITION;

    public String messageKey() {
        return "services.hint.kind." + name();
    }
}
