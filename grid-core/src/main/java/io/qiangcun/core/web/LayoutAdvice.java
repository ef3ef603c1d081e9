package io.qiangcun.core.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of every page needs. */
@ControllerAdvice
class LayoutAdvice {

    private final Layout layout;

    LayoutAdvice(Layout layout) {
        this.layout = layout;
    }

    @ModelAttribute
    void addTo(Model model, HttpServletRequest request) {
        model.addAllAttributes(layout.attributes(request));
    }
}
