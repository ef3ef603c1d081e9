package io.qiangcun.core.module;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * Messages read once at start. One may speak of another, so that sentences name places with the region's own words: {@code
 * ${place.village}}.
 */
final class Vocabulary extends AbstractMessageSource {

    private final Map<String, String> messages;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private final Supplier<Stream<WordSource>> others;

    private Vocabulary(Map<String, String> messages, Supplier<Stream<WordSource>> others) {
        this.messages = messages;
        this.others = others;
    }

    /**
     * @param bundles files of which no two may say the same thing
     * @param overriding files whose words replace those of the bundles
     * @param others who is asked for what no file says
     */
    static Vocabulary read(List<String> bundles, List<String> overriding, Supplier<Stream<WordSource>> others) {
        var messages = new LinkedHashMap<String, String>();
        for (var bundle : bundles) {
            load(bundle).forEach((key, message) -> {
                if (messages.put(key, message) != null) {
                    throw new IllegalStateException("Message " + key + " of " + bundle + " exists already");
                }
            });
        }
        overriding.forEach(bundle -> messages.putAll(load(bundle)));
        return new Vocabulary(spelledOut(messages), others);
    }

    private static Map<String, String> load(String bundle) {
        var properties = new Properties();
        try (var reader = new InputStreamReader(
                new DefaultResourceLoader().getResource(bundle).getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("No messages in " + bundle, e);
        }
        var messages = new LinkedHashMap<String, String>();
        properties.stringPropertyNames().forEach(key -> messages.put(key, properties.getProperty(key)));
        return messages;
    }

    private static Map<String, String> spelledOut(Map<String, String> messages) {
        var words = new PropertyPlaceholderHelper("${", "}", null, null, false);
        var spelledOut = new LinkedHashMap<String, String>();
        messages.forEach((key, message) -> spelledOut.put(key, words.replacePlaceholders(message, messages::get)));
        return spelledOut;
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        var message = messages.get(code);
        return message != null
                ? message
                : others.get()
                        .map(source -> source.word(code, messages::get))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        var message = messages.get(code);
        return message == null
                ? null
                : formats.computeIfAbsent(code, any -> new MessageFormat(message, Locale.SIMPLIFIED_CHINESE));
    }
}
