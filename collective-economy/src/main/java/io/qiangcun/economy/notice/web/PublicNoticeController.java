package io.qiangcun.economy.notice.web;

import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.notice.NoticeDoor;
import io.qiangcun.economy.notice.NoticeNotFound;
import io.qiangcun.economy.notice.Question;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page behind the picture on the board: anybody reads it and asks, without an account. */
@Controller
@RequestMapping("/economy/open")
class PublicNoticeController {

    private static final int LONGEST = 500;
    private static final int LONGEST_NAME = 60;

    private final NoticeDoor door;

    PublicNoticeController(NoticeDoor door) {
        this.door = door;
    }

    @GetMapping
    String where() {
        return "economy/notice/where";
    }

    /** The signs beside the picture, typed by hand. */
    @PostMapping
    String look(@RequestParam(defaultValue = "") String code, Model model, HttpServletResponse response) {
        var typed = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (typed.matches("[a-z2-9]{12}") && door.open(typed).isPresent()) {
            return "redirect:/economy/open/" + typed;
        }
        model.addAttribute("code", code);
        model.addAttribute("wrong", true);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "economy/notice/where";
    }

    @GetMapping("/{code:[a-z2-9]+}")
    String show(@PathVariable String code, Model model) {
        return page(code, "", "", UUID.randomUUID(), model);
    }

    @PostMapping("/{code:[a-z2-9]+}")
    String ask(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID id,
            @RequestParam(defaultValue = "QUESTION") Question.Kind kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String name,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var said = Typed.text(words).strip();
        var by = Typed.text(name).strip();
        if (said.isEmpty() || said.length() > LONGEST || by.length() > LONGEST_NAME) {
            model.addAttribute(
                    "problem", said.isEmpty() ? "economy.notice.open.no-words" : "economy.notice.open.too-long");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(code, said, by, Submission.sent(id), model);
        }
        if (!door.ask(code, Submission.sent(id), kind, said, by)) {
            throw new NoticeNotFound(code);
        }
        flash.addFlashAttribute("asked", true);
        return "redirect:/economy/open/" + code;
    }

    private String page(String code, String words, String name, UUID id, Model model) {
        var shown = door.open(code).orElseThrow(() -> new NoticeNotFound(code));
        model.addAttribute("notice", shown.notice());
        model.addAttribute("sheet", shown.sheet());
        model.addAttribute("questions", shown.questions());
        model.addAttribute("others", shown.others());
        model.addAttribute("words", words);
        model.addAttribute("name", name);
        model.addAttribute("id", id);
        return "economy/notice/open";
    }
}
