package io.qiangcun.core.module;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Words that are data, such as the title of a figure that a definition describes. Asked where no bundle has the message.
 * Declare it a bean.
 */
public interface WordSource {

    /** @param bundles the message of another key, null if there is none */
    @Nullable
    String word(String key, UnaryOperator<@Nullable String> bundles);
}
