package io.qiangcun.core.web;

import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.module.Navigation;
import io.qiangcun.core.module.NavigationEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of every page needs. */
@ControllerAdvice
class LayoutAdvice {

    private final Navigation navigation;

    LayoutAdvice(Navigation navigation) {
        this.navigation = navigation;
    }

    @ModelAttribute("navigation")
    List<NavigationEntry> navigation(@AuthenticationPrincipal @Nullable SignedInAccount account) {
        return account == null ? List.of() : navigation.entriesFor(account.rights());
    }

    @ModelAttribute("me")
    @Nullable
    SignedInAccount me(@AuthenticationPrincipal @Nullable SignedInAccount account) {
        return account;
    }
}
