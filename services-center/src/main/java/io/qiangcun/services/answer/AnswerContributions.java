package io.qiangcun.services.answer;

import io.qiangcun.core.module.PublicPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the standard answers give to the engines. */
@Configuration(proxyBeanMethods = false)
class AnswerContributions {

    @Bean
    PublicPage openAnswers() {
        return new PublicPage("/services/answers", "services.answer.title");
    }
}
