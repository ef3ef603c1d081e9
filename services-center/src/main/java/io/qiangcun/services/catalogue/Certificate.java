package io.qiangcun.services.catalogue;

import jakarta.persistence.Column;
import java.util.UUID;

/**
 * A certificate that committees of villages do not issue.
 *
 * @param own whether the county wrote it down; the others came with the application
 * @param instead where to go for it; empty while the county has not said
 * @param withdrawnReason why it does not count any more; empty while it does
 */
public record Certificate(
        @Column(name = "certificate_id") UUID certificateId,
        boolean own,
        String name,
        String basis,
        String instead,
        String withdrawnReason) {

    public boolean isCurrent() {
        return withdrawnReason.isEmpty();
    }
}
