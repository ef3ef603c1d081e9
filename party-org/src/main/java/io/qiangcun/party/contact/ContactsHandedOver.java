package io.qiangcun.party.contact;

import io.qiangcun.core.dashboard.OpenItems;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.party.PartyAuthorities;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Which households of a village somebody looks after, which nobody, and how often they were visited. */
@Component
class ContactsHandedOver implements OpenItems {

    private final ContactQueries queries;
    private final MessageSource messages;

    ContactsHandedOver(ContactQueries queries, MessageSource messages) {
        this.queries = queries;
        this.messages = messages;
    }

    @Override
    public String titleKey() {
        return "party.contact.section.title";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String authority() {
        return PartyAuthorities.READ_CONTACTS;
    }

    @Override
    public List<Item> of(Jurisdiction jurisdiction, PlaceCode place, LocalDate today) {
        if (place.kind() != PlaceKind.VILLAGE) {
            return List.of();
        }
        var sum = queries.sumOf(jurisdiction.narrowedTo(place), today.minusYears(1));
        return sum.households() == 0
                ? List.of()
                : List.of(new Item(
                        message("party.contact.handover.covered", sum.covered(), sum.households()),
                        message(
                                "party.contact.handover.note",
                                Math.max(0, sum.households() - sum.covered()),
                                sum.visits()),
                        null,
                        "/party/contacts/" + place));
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
