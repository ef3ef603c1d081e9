package io.qiangcun.core.people;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two languages what is wrong with the key, instead of a stack trace. */
class PeopleKeyFailures extends AbstractFailureAnalyzer<PeopleKeyUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PeopleKeyUnusable failure) {
        return new FailureAnalysis("""
                %s.
                身份证号、联系电话的加密密钥不可用。""".formatted(failure.getMessage()), """
                Set qiangcun.people.key to the 32 bytes (in Base64) that this installation began with; for a new one, \
                make them with: openssl rand -base64 32
                请把 qiangcun.people.key 设为本系统首次启动时使用的密钥；新装时请生成并另行妥善备份。""", failure);
    }
}
