package io.qiangcun.core.account;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * What a session knows of its account; built once at sign-in.
 *
 * @param passwordExpired the one-time password was not used in time
 * @param mustChangePassword until it has, nothing but the password page is served
 * @param stamp changes with password, role or place, and ends older sessions
 */
public record SignedInAccount(
        Actor actor,
        PlaceCode place,
        String placeName,
        Set<String> rights,
        String encodedPassword,
        boolean enabled,
        boolean passwordExpired,
        boolean mustChangePassword,
        int stamp)
        implements UserDetails {

    public SignedInAccount {
        rights = Set.copyOf(rights);
    }

    public Jurisdiction jurisdiction() {
        return Jurisdiction.within(place);
    }

    public boolean may(String authority) {
        return rights.contains(authority);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return AuthorityUtils.createAuthorityList(rights);
    }

    @Override
    public String getPassword() {
        return encodedPassword;
    }

    @Override
    public String getUsername() {
        return actor.login();
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public boolean isCredentialsNonExpired() {
        return !passwordExpired;
    }

    /** The session has no use for it. */
    SignedInAccount withoutPassword() {
        return new SignedInAccount(
                actor, place, placeName, rights, "", enabled, passwordExpired, mustChangePassword, stamp);
    }

    /** The same account, whatever has changed about it since: sessions are counted by it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInAccount account && Objects.equals(actor.account(), account.actor.account());
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(actor.account());
    }

    @Override
    public String toString() {
        return actor.login();
    }
}
