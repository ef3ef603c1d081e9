package io.qiangcun.core.warning;

import io.qiangcun.core.dashboard.OpenItems;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** What a place is warned of and has not cleared. */
@Component
class OpenWarnings implements OpenItems {

    private final WarningQueries warnings;
    private final MessageSource messages;

    OpenWarnings(WarningQueries warnings, MessageSource messages) {
        this.warnings = warnings;
        this.messages = messages;
    }

    @Override
    public String titleKey() {
        return "core.warning.open-items";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String authority() {
        return WarningAuthorities.READ;
    }

    @Override
    public List<Item> of(Jurisdiction jurisdiction, PlaceCode place, LocalDate today) {
        return warnings.list(jurisdiction.narrowedTo(place), WarningFilter.open(), Pageable.unpaged()).stream()
                .map(warning -> new Item(
                        message(warning.findingKey(), warning.titleArguments()),
                        message("core.warning.level." + warning.level()),
                        warning.dueOn(),
                        "/core/warnings/" + warning.id()))
                .toList();
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
