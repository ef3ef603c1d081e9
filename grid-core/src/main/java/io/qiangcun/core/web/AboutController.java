package io.qiangcun.core.web;

import io.qiangcun.core.module.FooterPage;
import io.qiangcun.core.module.PublicPage;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Says to anybody who runs this installation, under which number it is filed, and which version it is. */
@Controller
class AboutController {

    private static final String PATH = "/about";
    private static final String TITLE = "core.about.title";

    @GetMapping(PATH)
    String about(Model model) {
        model.addAttribute(
                "version",
                Objects.requireNonNullElse(AboutController.class.getPackage().getImplementationVersion(), ""));
        return "core/about";
    }

    /** Where the page stands. */
    @Configuration(proxyBeanMethods = false)
    static class Places {

        @Bean
        PublicPage aboutPage() {
            return PublicPage.alone(PATH, TITLE);
        }

        @Bean
        FooterPage aboutFooter() {
            return new FooterPage(PATH, TITLE);
        }
    }
}
