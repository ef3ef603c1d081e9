package io.qiangcun.core.account;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.util.Collection;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * What a session knows of its account; built once at sign-in.
 *
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
        boolean locked,
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
    public boolean isAccountNonLocked() {
        return !locked;
    }

    @Override
    public String toString() {
        return actor.login();
    }
}
