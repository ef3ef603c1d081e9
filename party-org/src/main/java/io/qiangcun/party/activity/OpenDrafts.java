package io.qiangcun.party.activity;

import io.qiangcun.core.dashboard.OpenItems;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.PartyAuthorities;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** Records that were begun and not submitted. */
@Component
class OpenDrafts implements OpenItems {

    private final ActivityQueries activities;
    private final MessageSource messages;

    OpenDrafts(ActivityQueries activities, MessageSource messages) {
        this.activities = activities;
        this.messages = messages;
    }

    @Override
    public String titleKey() {
        return "party.activity.open-items";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String authority() {
        return PartyAuthorities.READ_ACTIVITIES;
    }

    @Override
    public List<Item> of(Jurisdiction jurisdiction, PlaceCode place, LocalDate today) {
        var drafts = new ActivityFilter(null, null, null, ActivityStatus.DRAFT, null);
        return activities.list(jurisdiction.narrowedTo(place), drafts, Pageable.unpaged()).stream()
                .map(row -> new Item(
                        messages.getMessage(row.kind().messageKey(), null, Locale.SIMPLIFIED_CHINESE) + " "
                                + row.heldOn(),
                        row.topic(),
                        null,
                        "/party/activities/" + row.activityId()))
                .toList();
    }
}
