package io.qiangcun.party.organisation.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.place.PlacesOfChoice.Choice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.SheetColumn;
import io.qiangcun.core.web.SheetForm;
import io.qiangcun.core.web.SheetNames;
import io.qiangcun.core.web.SheetPages;
import io.qiangcun.core.web.TypedSheet;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.OrganisationKind;
import io.qiangcun.party.organisation.OrganisationQueries;
import io.qiangcun.party.organisation.OrganisationTakeover;
import io.qiangcun.party.organisation.OrganisationTakeover.Entry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Many organisations from a sheet. */
@Controller
@RequestMapping("/party/organisations/import")
class OrganisationImportController extends SheetPages<Entry> {

    private final OrganisationTakeover organisations;
    private final OrganisationQueries queries;
    private final PlacesOfChoice places;
    private final Messages messages;
    private final Clock clock;

    OrganisationImportController(
            OrganisationTakeover organisations,
            OrganisationQueries queries,
            PlacesOfChoice places,
            Messages messages,
            Clock clock) {
        super(
                new Texts(
                        "/party/organisations",
                        "party.organisation.list.title",
                        "party.organisation.import.title",
                        "party.organisation.import.fill"),
                places,
                messages);
        this.organisations = organisations;
        this.queries = queries;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return PartyAuthorities.WRITE_ORGANISATIONS;
    }

    @Override
    protected List<SheetColumn> columns(Jurisdiction jurisdiction) {
        var yesOrNo = List.of(messages.get("party.organisation.yes"), messages.get("party.organisation.no"));
        return List.of(
                column("place")
                        .require()
                        .offer(places.in(jurisdiction).stream()
                                .map(Choice::fullName)
                                .toList()),
                column("kind").require().offer(kinds()),
                column("name").require(),
                column("parent").hint(messages.get("party.organisation.import.parent")),
                column("foundedOn").require().day(),
                column("electedOn").day(),
                column("hasCommittee").offer(yesOrNo),
                column("hasGroups").offer(yesOrNo),
                column("fullMemberCount").require(),
                column("memberCount").require(),
                column("countedOn").day());
    }

    private SheetColumn column(String field) {
        return SheetColumn.named(field, messages.get("party.organisation.field." + field));
    }

    @Override
    protected List<Entry> read(Jurisdiction jurisdiction, TypedSheet sheet, SheetForm form) {
        return new OrganisationLines(
                        sheet,
                        form.batch(),
                        SheetNames.ofPlaces(places.in(jurisdiction)),
                        queries.possibleParents(jurisdiction),
                        LocalDate.now(clock),
                        messages)
                .entries();
    }

    @Override
    protected Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        return organisations.check(jurisdiction, entries);
    }

    @Override
    protected Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        return organisations.take(jurisdiction, actor, entries);
    }

    @Override
    protected PlaceCode placeOf(Entry entry) {
        return entry.organisation().place();
    }

    @Override
    protected List<String> sorts() {
        return Stream.concat(
                        kinds().stream(),
                        Stream.of(
                                messages.get("core.sheet.total"), messages.get("party.organisation.field.memberCount")))
                .toList();
    }

    @Override
    protected List<Long> count(List<Entry> entries) {
        var ofKind = Arrays.stream(OrganisationKind.values()).map(kind -> entries.stream()
                .filter(entry -> entry.organisation().kind() == kind)
                .count());
        var members = entries.stream()
                .mapToLong(entry -> entry.organisation().structure().memberCount())
                .sum();
        return Stream.concat(ofKind, Stream.of((long) entries.size(), members)).toList();
    }

    private List<String> kinds() {
        return Arrays.stream(OrganisationKind.values())
                .map(kind -> messages.get(kind.messageKey()))
                .toList();
    }
}
