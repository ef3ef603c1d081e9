package io.qiangcun.core.people.web;

import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PersonFile;
import io.qiangcun.core.people.PersonState;
import io.qiangcun.core.people.PersonView;
import io.qiangcun.core.people.Sex;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Difference;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of persons need besides the person. */
@Component
class PersonPages {

    private final PeopleQueries queries;
    private final PlaceTree places;
    private final Messages messages;
    private final PersonFile file;
    private final Clock clock;

    PersonPages(PeopleQueries queries, PlaceTree places, Messages messages, PersonFile file, Clock clock) {
        this.queries = queries;
        this.places = places;
        this.messages = messages;
        this.file = file;
        this.clock = clock;
    }

    String list(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("sexes", Sex.values());
        model.addAttribute("educations", Education.values());
        model.addAttribute("states", PersonState.values());
        model.addAttribute("coming", queries.coming(jurisdiction));
        model.addAttribute(
                "places",
                jurisdiction.level().compareTo(PlaceKind.VILLAGE) >= 0
                        ? List.of()
                        : places.children(jurisdiction, jurisdiction.root(), today()));
        return "core/people/list";
    }

    String form(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("sexes", sexes());
        model.addAttribute("educations", educations());
        model.addAttribute("places", placesToRecordIn(jurisdiction));
        return "core/people/form";
    }

    String show(PersonView person, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("path", places.path(person.place()));
        var to = person.movingTo();
        model.addAttribute("movingTo", to == null ? List.of() : places.path(to));
        model.addAttribute("sections", file.of(jurisdiction, person.id()));
        return "core/people/show";
    }

    String step(PersonView person, PersonStep step, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("step", step);
        model.addAttribute(
                "destinations",
                step == PersonStep.MOVE
                        ? queries.destinations(jurisdiction).stream()
                                .map(place -> new Option(place.placeCode(), place.name()))
                                .toList()
                        : List.of());
        return "core/people/step";
    }

    String conflict(PersonView current, PersonForm mine, Model model) {
        var theirs = PersonForm.of(current);
        model.addAttribute("person", current);
        model.addAttribute("form", mine.basedOn(current));
        model.addAttribute(
                "differences",
                List.of(
                        difference("name", mine.name(), theirs.name()),
                        difference("bornOn", mine.bornOn(), theirs.bornOn()),
                        difference("sex", sexName(mine.sex()), sexName(theirs.sex())),
                        difference("education", educationName(mine.education()), educationName(theirs.education())),
                        difference("ethnicGroup", mine.ethnicGroup(), theirs.ethnicGroup()),
                        difference("household", mine.household(), theirs.household())));
        return "core/people/conflict";
    }

    List<Option> placesToRecordIn(Jurisdiction jurisdiction) {
        if (jurisdiction.level().compareTo(PlaceKind.VILLAGE) >= 0) {
            return places.path(jurisdiction.root()).stream()
                    .filter(place -> place.code().equals(jurisdiction.root()))
                    .map(place -> new Option(place.code().value(), place.name()))
                    .toList();
        }
        return queries.destinations(jurisdiction).stream()
                .filter(place -> jurisdiction.covers(PlaceCode.valueOf(place.placeCode())))
                .map(place -> new Option(place.placeCode(), place.name()))
                .toList();
    }

    private Difference difference(String field, String mine, String theirs) {
        return new Difference(messages.get("core.people.field." + field), mine, theirs);
    }

    private String sexName(String sex) {
        return sex.isEmpty() ? "" : messages.get(Sex.valueOf(sex).messageKey());
    }

    private String educationName(String education) {
        return education.isEmpty()
                ? ""
                : messages.get(Education.valueOf(education).messageKey());
    }

    private List<Option> sexes() {
        return Arrays.stream(Sex.values())
                .map(sex -> new Option(sex.name(), messages.get(sex.messageKey())))
                .toList();
    }

    private List<Option> educations() {
        return Arrays.stream(Education.values())
                .map(education -> new Option(education.name(), messages.get(education.messageKey())))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
