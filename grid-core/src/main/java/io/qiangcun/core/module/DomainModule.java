package io.qiangcun.core.module;

/**
 * A domain module's calling card. Its code names its schema, its migration, template and message
 * folders and the first segment of its paths.
 */
public record DomainModule(String code, int order) {

    public String nameKey() {
        return code + ".module.name";
    }
}
