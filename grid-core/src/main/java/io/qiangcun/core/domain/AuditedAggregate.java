package io.qiangcun.core.domain;

import jakarta.persistence.Column;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.CreatedBy;
import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.LastModifiedBy;
import org.springframework.data.annotation.LastModifiedDate;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.jpa.domain.support.AuditingEntityListener;

/** Version, who and when, for every aggregate. */
@MappedSuperclass
@EntityListeners(AuditingEntityListener.class)
public abstract class AuditedAggregate<A extends AuditedAggregate<A>> extends AbstractAggregateRoot<A> {

    @Version
    private @Nullable Long version;

    @CreatedDate
    @Column(updatable = false)
    private @Nullable Instant createdAt;

    @CreatedBy
    @Column(updatable = false)
    private @Nullable String createdBy;

    @LastModifiedDate
    private @Nullable Instant changedAt;

    @LastModifiedBy
    private @Nullable String changedBy;

    public @Nullable Long getVersion() {
        return version;
    }
}
