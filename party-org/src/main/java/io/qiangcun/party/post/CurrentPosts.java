package io.qiangcun.party.post;

import io.qiangcun.core.dashboard.OpenItems;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.PartyAuthorities;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who holds the posts of the place. */
@Component
class CurrentPosts implements OpenItems {

    private final StructureQueries queries;
    private final MessageSource messages;

    CurrentPosts(StructureQueries queries, MessageSource messages) {
        this.queries = queries;
        this.messages = messages;
    }

    @Override
    public String titleKey() {
        return "party.post.open-items";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String authority() {
        return PartyAuthorities.READ_POSTS;
    }

    @Override
    public List<Item> of(Jurisdiction jurisdiction, PlaceCode place, LocalDate today) {
        return queries.held(jurisdiction, place).stream()
                .map(post -> new Item(
                        message(post.role().messageKey(post.track())),
                        Objects.requireNonNullElse(post.name(), "—"),
                        null,
                        "/party/structure/" + place))
                .toList();
    }

    private String message(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
