package io.qiangcun.grid.network;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PersonNotFound;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNotFound;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.grid.GridAuthorities;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shapes the net of grids and decides who works in it. */
@Service
@Transactional
public class GridService {

    private static final String MAY_SHAPE = "hasAuthority('" + GridAuthorities.SHAPE_GRIDS + "')";
    private static final String MAY_STAFF = "hasAuthority('" + GridAuthorities.STAFF_GRIDS + "')";
    private static final String MAY_VET = "hasAuthority('" + GridAuthorities.VET_WORKERS + "')";

    private final Grids grids;
    private final Workers workers;
    private final GridQueries queries;
    private final PlaceTree places;
    private final PeopleQueries people;
    private final EntityManager entities;
    private final Clock clock;

    GridService(
            Grids grids,
            Workers workers,
            GridQueries queries,
            PlaceTree places,
            PeopleQueries people,
            EntityManager entities,
            Clock clock) {
        this.grids = grids;
        this.workers = workers;
        this.queries = queries;
        this.places = places;
        this.people = people;
        this.entities = entities;
        this.clock = clock;
    }

    /** Begins a grid in a village, or a micro-grid in a grid; grids divided off name what they came from. */
    @PreAuthorize(MAY_SHAPE)
    public PlaceCode open(Jurisdiction jurisdiction, OpenGrid command) {
        requirePast("from", command.from());
        var above = places.require(command.within(), jurisdiction);
        var within = above.code();
        if (within.kind() != PlaceKind.VILLAGE && within.kind() != PlaceKind.GRID) {
            throw new PlaceNotFound(within);
        }
        if (above.validTo() != null
                || within.kind() == PlaceKind.GRID
                        && !require(jurisdiction, within).isOpen()) {
            throw new GridRefused("within", "closed-above");
        }
        queries.lockNumbersOf(List.of(within));
        var number = command.number() == null ? queries.nextNumber(within) : command.number();
        var code = new PlaceCode(within + number);
        if (queries.isTaken(code)) {
            throw new GridRefused("number", "number-taken");
        }
        requireFreeName(within, code, command.name());
        command.origins().forEach(origin -> requireSibling(jurisdiction, within, origin));
        var category = code.kind() == PlaceKind.GRID ? PlaceCategory.GRID : PlaceCategory.MICRO_GRID;
        places.grow(jurisdiction, code, category, command.name(), command.from());
        // the grid refers to its place
        entities.flush();
        grids.saveAndFlush(new Grid(code, command));
        queries.remember(code, command.origins());
        return code;
    }

    @PreAuthorize(MAY_SHAPE)
    public void amend(Jurisdiction jurisdiction, PlaceCode place, long version, String name, GridDetails details) {
        var grid = find(jurisdiction, place, version);
        requireFreeName(place.parent().orElseThrow(), place, name);
        grid.amend(name, details);
        places.rename(jurisdiction, place, name);
        grids.saveAndFlush(grid);
    }

    /** Takes a grid into another of the same village or grid; micro-grids and workers go on there. */
    @PreAuthorize(MAY_SHAPE)
    public void merge(Jurisdiction jurisdiction, PlaceCode place, long version, PlaceCode into, LocalDate on) {
        requirePast("on", on);
        var grid = find(jurisdiction, place, version);
        requireSibling(jurisdiction, place.parent().orElseThrow(), into);
        if (into.equals(place)) {
            throw new GridRefused("into", "itself");
        }
        if (queries.hasParts(jurisdiction, place)) {
            throw new GridRefused("into", "has-parts");
        }
        grid.mergeInto(into, on);
        grids.saveAndFlush(grid);
        currentWorkers(place).forEach(worker -> {
            if (queries.works(jurisdiction, into, worker.getId())) {
                worker.end(on, "");
            } else {
                worker.follow(into);
            }
            workers.saveAndFlush(worker);
        });
        places.close(jurisdiction, place, on.plusDays(1), into);
    }

    /** Gives a grid up; whoever worked there works there no more. */
    @PreAuthorize(MAY_SHAPE)
    public void close(Jurisdiction jurisdiction, PlaceCode place, long version, LocalDate on, String reason) {
        requirePast("on", on);
        var grid = find(jurisdiction, place, version);
        if (queries.hasParts(jurisdiction, place)) {
            throw new GridRefused("on", "has-parts");
        }
        grid.close(on, reason);
        grids.saveAndFlush(grid);
        currentWorkers(place).forEach(worker -> {
            worker.end(on, reason);
            workers.saveAndFlush(worker);
        });
        places.close(jurisdiction, place, on.plusDays(1));
    }

    /** Sent a second time, the same command changes nothing. */
    @PreAuthorize(MAY_STAFF)
    public void propose(Jurisdiction jurisdiction, Actor actor, ProposeWorker command) {
        if (workers.findById(command.id(), jurisdiction).isPresent()) {
            return;
        }
        requirePast("since", command.since());
        if (!require(jurisdiction, command.grid()).isOpen()) {
            throw new GridRefused(null, "grid-closed");
        }
        var person = people.briefs(jurisdiction, List.of(command.person())).stream()
                .findFirst()
                .orElseThrow(() -> new PersonNotFound(command.person()));
        if (!person.here()) {
            throw new GridRefused("person", "gone");
        }
        try {
            workers.saveAndFlush(new Worker(command, person.name(), actor.login()));
        } catch (DataIntegrityViolationException e) {
            var message = String.valueOf(e.getMessage());
            if (message.contains("grid_worker_leader_key")) {
                throw new GridRefused("post", "leader-taken");
            }
            if (message.contains("grid_worker_once_key")) {
                throw new GridRefused("person", "already-in-it");
            }
            throw e;
        }
    }

    @PreAuthorize(MAY_VET)
    public void vet(Jurisdiction jurisdiction, Actor actor, WorkerId id, long version, boolean passed, String note) {
        var worker = find(jurisdiction, id, version);
        worker.vet(passed, actor.login(), LocalDate.now(clock), note);
        workers.saveAndFlush(worker);
    }

    @PreAuthorize(MAY_STAFF)
    public void end(Jurisdiction jurisdiction, WorkerId id, long version, LocalDate on, String reason) {
        requirePast("on", on);
        var worker = find(jurisdiction, id, version);
        worker.end(on, reason);
        workers.saveAndFlush(worker);
    }

    private List<Worker> currentWorkers(PlaceCode place) {
        return workers.findAll(
                        Jurisdiction.within(place),
                        (root, query, cb) -> cb.and(cb.equal(root.get("place"), place), cb.isNull(root.get("endedOn"))),
                        Pageable.unpaged())
                .getContent();
    }

    private void requireSibling(Jurisdiction jurisdiction, PlaceCode within, PlaceCode other) {
        if (!other.parent().equals(Optional.of(within))
                || !require(jurisdiction, other).isOpen()) {
            throw new GridRefused("into", "not-a-neighbour");
        }
    }

    private void requireFreeName(PlaceCode within, PlaceCode except, String name) {
        if (queries.isNamed(within, except, name)) {
            throw new GridRefused("name", "name-taken");
        }
    }

    private Grid require(Jurisdiction jurisdiction, PlaceCode place) {
        return grids.findById(place, jurisdiction).orElseThrow(() -> new GridNotFound(place));
    }

    private Grid find(Jurisdiction jurisdiction, PlaceCode place, long version) {
        var grid = require(jurisdiction, place);
        if (!Objects.equals(grid.getVersion(), version)) {
            throw new GridStale();
        }
        return grid;
    }

    private Worker find(Jurisdiction jurisdiction, WorkerId id, long version) {
        var worker = workers.findById(id, jurisdiction).orElseThrow(() -> new WorkerNotFound(id));
        if (!Objects.equals(worker.getVersion(), version)) {
            throw new GridStale();
        }
        return worker;
    }

    private void requirePast(String field, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new GridRefused(field, "in-the-future");
        }
    }
}
