package io.qiangcun.core.warning;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** A sentence as data: a message and its arguments, which may be days, numbers, texts or sentences themselves. */
public record Sentence(String key, List<Object> arguments) {

    private static final String BETWEEN_DAYS = "core.warning.clock.and";

    public Sentence {
        arguments = List.copyOf(arguments);
    }

    Sentence(String key, Object... arguments) {
        this(key, List.of(arguments));
    }

    /** In words. */
    public String in(MessageSource messages) {
        return messages.getMessage(
                key, arguments.stream().map(part -> words(part, messages)).toArray(), Locale.CHINA);
    }

    private static String words(Object part, MessageSource messages) {
        if (part instanceof Sentence sentence) {
            return sentence.in(messages);
        }
        if (part instanceof List<?> parts) {
            var between = messages.getMessage(BETWEEN_DAYS, null, Locale.CHINA);
            return parts.stream().map(each -> words(each, messages)).collect(Collectors.joining(between));
        }
        return part.toString();
    }
}
