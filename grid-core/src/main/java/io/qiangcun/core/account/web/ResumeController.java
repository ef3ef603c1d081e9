package io.qiangcun.core.account.web;

import io.qiangcun.core.account.SignedInAccount;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Takes a form that was put aside back to where it was going, to be looked at once more. */
@Controller
class ResumeController {

    static final String PATH = "/resume";

    private final FormStash stash;

    ResumeController(FormStash stash) {
        this.stash = stash;
    }

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedInAccount account, HttpSession session, Model model) {
        var form = stash.find(session, account.getUsername());
        if (form.isEmpty()) {
            return "redirect:/";
        }
        model.addAttribute("stashed", form.get());
        model.addAttribute("mark", ReviewAdvice.MARK);
        return "core/account/resume";
    }
}
