package io.qiangcun.core.account;

import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A post that signs in. People come and go; the post, and what was done in its name, stays. */
@Entity
@Table(name = "account")
class Account extends AuditedAggregate<Account> implements PlaceBound {

    @EmbeddedId
    private AccountId id;

    @Embedded
    private PlaceCode place;

    @Column(updatable = false)
    private String login;

    @Enumerated(EnumType.STRING)
    private RoleName role;

    private String post;

    private @Nullable UUID unit;

    private String password;

    private boolean mustChangePassword;

    private @Nullable Instant passwordExpiresAt;

    private boolean enabled;

    private int stamp;

    @OneToMany(mappedBy = "account", cascade = CascadeType.ALL)
    private List<AccountHolder> holders = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(AccountId id, OpenAccount command, OneTimePassword password, Instant now) {
        this.id = id;
        this.place = command.place();
        this.login = command.login();
        this.role = command.role();
        this.post = command.post();
        this.unit = command.unit();
        this.password = password.encoded();
        this.mustChangePassword = true;
        this.passwordExpiresAt = password.expiresAt();
        this.enabled = true;
        this.holders.add(new AccountHolder(this, command.holder(), now));
        registerEvent(new AccountOpened(id, place, login, role, post, command.holder()));
    }

    void issue(OneTimePassword oneTime) {
        password = oneTime.encoded();
        mustChangePassword = true;
        passwordExpiresAt = oneTime.expiresAt();
        endSessions();
        registerEvent(new OneTimePasswordIssued(id, place, login, oneTime.expiresAt()));
    }

    void changePassword(String encoded) {
        password = encoded;
        mustChangePassword = false;
        passwordExpiresAt = null;
        endSessions();
        registerEvent(new PasswordChanged(id, place, login));
    }

    boolean actsFor(@Nullable UUID otherUnit) {
        return Objects.equals(unit, otherUnit);
    }

    boolean isFor(String otherPost, @Nullable UUID otherUnit) {
        return post.equals(otherPost) && actsFor(otherUnit);
    }

    /** Sessions end: they know what the account was for when they began. */
    void amend(String newPost, @Nullable UUID newUnit) {
        post = newPost;
        unit = newUnit;
        endSessions();
        registerEvent(new AccountAmended(id, place, login, newPost, newUnit));
    }

    /** The post is vacant until {@link #handOver}. */
    void vacate(Instant on) {
        holder().leave(on);
    }

    /** The next holder gets a password of his own: the last one knows the present one. */
    void handOver(String holder, OneTimePassword oneTime, Instant now) {
        var before = holders.stream()
                .max(Comparator.comparing(AccountHolder::from))
                .map(AccountHolder::name)
                .orElse("");
        holders.add(new AccountHolder(this, holder, now));
        registerEvent(new AccountHandedOver(id, place, login, before, holder));
        issue(oneTime);
    }

    void suspend() {
        if (enabled) {
            enabled = false;
            endSessions();
            registerEvent(new AccountSuspended(id, place, login));
        }
    }

    void reopen() {
        if (!enabled) {
            enabled = true;
            registerEvent(new AccountReopened(id, place, login));
        }
    }

    void unlocked() {
        registerEvent(new AccountUnlocked(id, place, login));
    }

    boolean isAtVersion(long version) {
        return Objects.equals(getVersion(), version);
    }

    private AccountHolder holder() {
        return holders.stream().filter(AccountHolder::isCurrent).findFirst().orElseThrow();
    }

    private void endSessions() {
        stamp++;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    public AccountId getId() {
        return id;
    }

    public String getLogin() {
        return login;
    }

    public RoleName getRole() {
        return role;
    }

    public String getPassword() {
        return password;
    }
}
