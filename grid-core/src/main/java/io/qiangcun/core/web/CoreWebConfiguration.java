package io.qiangcun.core.web;

import io.qiangcun.core.place.PlaceCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Serves the kit and the libraries under addresses that name their content, so that browsers may keep them for good. */
@Configuration(proxyBeanMethods = false)
class CoreWebConfiguration implements WebMvcConfigurer {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, "/kit/**", "classpath:/static/kit/");
        serve(registry, "/webjars/**", "classpath:/META-INF/resources/webjars/");
        // a package of mvnpm.org lies elsewhere in its jar than those of webjars.org
        serve(registry, "/webjars/echarts/**", "classpath:/META-INF/resources/_static/echarts/" + echarts() + "/");
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new PlaceOfChoice());
    }

    private static void serve(ResourceHandlerRegistry registry, String path, String location) {
        registry.addResourceHandler(path)
                .addResourceLocations(location)
                .setCacheControl(FOR_GOOD)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addResolver(new LiteWebJarsResourceResolver());
    }

    private static String echarts() {
        try {
            var pom = new ClassPathResource("META-INF/maven/org.mvnpm/echarts/pom.properties");
            return Objects.requireNonNull(
                    PropertiesLoaderUtils.loadProperties(pom).getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The empty choice of a select is no place. */
    private static final class PlaceOfChoice implements Converter<String, @Nullable PlaceCode> {

        @Override
        public @Nullable PlaceCode convert(String code) {
            return code.isBlank() ? null : new PlaceCode(code.strip());
        }
    }
}
