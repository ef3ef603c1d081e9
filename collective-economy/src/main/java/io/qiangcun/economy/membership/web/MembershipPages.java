package io.qiangcun.economy.membership.web;

import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Words that the pages of members and trades share. */
@Component
class MembershipPages {

    private final Messages messages;

    MembershipPages(Messages messages) {
        this.messages = messages;
    }

    List<Option> words(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), word(prefix, value)))
                .toList();
    }

    String word(String prefix, Enum<?> value) {
        return messages.get("economy.membership." + prefix + "." + value);
    }

    String field(String field) {
        return messages.get("economy.membership.field." + field);
    }
}
