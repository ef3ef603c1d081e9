package io.qiangcun.core.account.web;

import io.qiangcun.core.account.SignInJournal;
import io.qiangcun.core.account.SignedInAccount;
import org.springframework.context.event.EventListener;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Puts on record what signed-in accounts were refused, by address or by method. */
@Component
class RefusalJournal {

    private final SignInJournal journal;

    RefusalJournal(SignInJournal journal) {
        this.journal = journal;
    }

    @EventListener
    void refused(AuthorizationDeniedEvent<?> event) {
        var authentication = event.getAuthentication().get();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInAccount account) {
            journal.refused(account, asked());
        }
    }

    private static String asked() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getMethod() + " " + Addresses.pathOf(attributes.getRequest())
                : "?";
    }
}
