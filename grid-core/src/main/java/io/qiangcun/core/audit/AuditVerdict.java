package io.qiangcun.core.audit;

import org.jspecify.annotations.Nullable;

/**
 * What came of checking the trail.
 *
 * @param sealed entries found in the chain, in order and unchanged, up to the first that is not
 * @param waiting entries too young to be in the chain
 * @param head the hash of the last good one
 * @param flaw the first thing that is wrong, or null
 */
public record AuditVerdict(
        long sealed, long waiting, String head, @Nullable String flaw) {

    public boolean isGood() {
        return flaw == null;
    }
}
