package io.qiangcun.party.organisation;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.party.PartyAuthorities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters Party organisations and what becomes of them. */
@Service
@Transactional
public class OrganisationService {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_ORGANISATIONS + "')";

    private final PartyOrganisations organisations;
    private final OrganisationQueries queries;
    private final OrganisationBatch batch;
    private final PlaceTree places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrganisationService(
            PartyOrganisations organisations,
            OrganisationQueries queries,
            OrganisationBatch batch,
            PlaceTree places,
            ApplicationEventPublisher events,
            Clock clock) {
        this.organisations = organisations;
        this.queries = queries;
        this.batch = batch;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /** Sent a second time, the same command changes nothing. */
    @PreAuthorize(MAY_WRITE)
    public OrganisationId found(Jurisdiction jurisdiction, Actor actor, FoundOrganisation command) {
        var known = organisations.findById(command.id(), jurisdiction);
        if (known.isPresent()) {
            return known.get().getId();
        }
        var place = places.require(command.place(), jurisdiction).code();
        if (command.foundedOn().isAfter(today())) {
            throw new FoundedInTheFuture(today());
        }
        requireFreeName(place, command.name(), command.id());
        var parent = command.parent() == null ? null : find(command.parent(), jurisdiction);
        return organisations
                .saveAndFlush(new PartyOrganisation(
                        command.id(),
                        place,
                        command.kind(),
                        command.name(),
                        parent,
                        command.foundedOn(),
                        command.structure(),
                        recordedBy(actor)))
                .getId();
    }

    @PreAuthorize(MAY_WRITE)
    public void rename(Jurisdiction jurisdiction, Actor actor, RenameOrganisation command) {
        var organisation = find(command.organisation(), jurisdiction, command.version());
        requirePast(command.effectiveOn());
        requireFreeName(organisation.placeCode(), command.name(), command.organisation());
        organisation.rename(command.name(), command.effectiveOn(), command.reason(), recordedBy(actor));
        organisations.saveAndFlush(organisation);
    }

    @PreAuthorize(MAY_WRITE)
    public void restructure(Jurisdiction jurisdiction, Actor actor, RestructureOrganisation command) {
        var organisation = find(command.organisation(), jurisdiction, command.version());
        requirePast(command.effectiveOn());
        organisation.restructure(command.structure(), command.effectiveOn(), command.reason(), recordedBy(actor));
        organisations.saveAndFlush(organisation);
    }

    @PreAuthorize(MAY_WRITE)
    public void dissolve(Jurisdiction jurisdiction, Actor actor, DissolveOrganisation command) {
        var organisation = find(command.organisation(), jurisdiction, command.version());
        requirePast(command.dissolvedOn());
        organisation.dissolve(command.dissolvedOn(), command.reason(), recordedBy(actor));
        organisations.saveAndFlush(organisation);
    }

    /**
     * Enters many organisations at once, parents before those below them, from an earlier list that was checked before.
     * For OrganisationTakeover and the demonstration: no page reaches it, so it asks for no authority; the fence of the
     * database still holds.
     */
    public void foundAll(Jurisdiction jurisdiction, Actor actor, List<FoundOrganisation> commands) {
        if (commands.isEmpty()) {
            return;
        }
        if (!commands.stream().allMatch(command -> jurisdiction.covers(command.place()))) {
            throw new IllegalArgumentException("An organisation lies outside " + jurisdiction);
        }
        batch.insert(commands, recordedBy(actor));
        events.publishEvent(new OrganisationsTakenOver(jurisdiction.root(), commands.size()));
    }

    private PartyOrganisation find(OrganisationId id, Jurisdiction jurisdiction) {
        return organisations.findById(id, jurisdiction).orElseThrow(() -> new OrganisationNotFound(id));
    }

    private PartyOrganisation find(OrganisationId id, Jurisdiction jurisdiction, long version) {
        var organisation = find(id, jurisdiction);
        if (!Objects.equals(organisation.getVersion(), version)) {
            throw new OrganisationStale(organisation.getName());
        }
        return organisation;
    }

    private void requireFreeName(PlaceCode place, String name, OrganisationId except) {
        if (queries.isNameTaken(place, name, except)) {
            throw new OrganisationNameTaken(name);
        }
    }

    private void requirePast(LocalDate day) {
        if (day.isAfter(today())) {
            throw new ChangeInTheFuture(today());
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Recorded recordedBy(Actor actor) {
        return Recorded.by(actor, clock.instant());
    }
}
