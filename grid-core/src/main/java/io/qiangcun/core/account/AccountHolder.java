package io.qiangcun.core.account;

import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The natural person behind an account for a time. */
@Entity
@Table(name = "account_holder")
class AccountHolder {

    @Id
    @Column(name = "account_holder_id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private Account account;

    @Embedded
    private PlaceCode place;

    private String name;

    private Instant heldFrom;

    private @Nullable Instant heldUntil;

    @SuppressWarnings("NullAway.Init")
    protected AccountHolder() {}

    AccountHolder(Account account, String name, Instant from) {
        this.id = UUID.randomUUID();
        this.account = account;
        this.place = account.placeCode();
        this.name = name;
        this.heldFrom = from;
    }

    void leave(Instant on) {
        heldUntil = on;
    }

    boolean isCurrent() {
        return heldUntil == null;
    }

    Instant from() {
        return heldFrom;
    }

    String name() {
        return name;
    }
}
