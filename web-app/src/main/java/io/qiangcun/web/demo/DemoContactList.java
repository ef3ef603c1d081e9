package io.qiangcun.web.demo;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.contact.ContactTakeover;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes over who looks after which household as a list would be, with the authority that an import needs. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoContactList {

    private final ContactTakeover contacts;

    DemoContactList(ContactTakeover contacts) {
        this.contacts = contacts;
    }

    void write(DemoContacts demo) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                Actor.system().login(),
                null,
                AuthorityUtils.createAuthorityList(PartyAuthorities.READ_CONTACTS, PartyAuthorities.WRITE_CONTACTS)));
        SecurityContextHolder.setContext(context);
        try {
            var county = Jurisdiction.within(DemoCounty.ROOT);
            var problems = contacts.take(county, Actor.system(), demo.entries());
            if (!problems.isEmpty()) {
                throw new IllegalStateException("The demo's households contradict each other: " + problems);
            }
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
