package io.qiangcun.core.account.web;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands controllers the jurisdiction of the signed-in account. */
@Component
class JurisdictionArgumentResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final CurrentAccount account;

    JurisdictionArgumentResolver(CurrentAccount account) {
        this.account = account;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Jurisdiction.class;
    }

    @Override
    public Jurisdiction resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer mavContainer,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binderFactory) {
        return account.jurisdiction();
    }
}
