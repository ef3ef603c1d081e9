package io.qiangcun.core.place;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The administrative tree of places. */
@Service
@Transactional
public class PlaceTree {

    private static final int ROWS = 1000;

    private final Places places;
    private final JdbcTemplate database;

    PlaceTree(Places places, JdbcTemplate database) {
        this.places = places;
        this.database = database;
    }

    /** Starts a tree: the county of an installation, or the province of a shared one. */
    public PlaceNode plant(PlaceCode root, PlaceCategory category, String name, LocalDate from) {
        return PlaceNode.of(places.save(new Place(root, category, name, from)));
    }

    /** Adds a place below one that is there already. */
    public PlaceNode grow(
            Jurisdiction jurisdiction, PlaceCode code, PlaceCategory category, String name, LocalDate from) {
        find(code.parent().orElseThrow(() -> new PlaceNotFound(code)), jurisdiction);
        return PlaceNode.of(places.save(new Place(code, category, name, from)));
    }

    /** Adds many places, each below one that is there already or among them; nothing is asked about them one by one. */
    public void growAll(Jurisdiction jurisdiction, List<NewPlace> grown) {
        if (!grown.stream().allMatch(place -> jurisdiction.covers(place.code()))) {
            throw new IllegalArgumentException("A place lies outside " + jurisdiction);
        }
        database.batchUpdate(
                "insert into place (place_code, version, category, name, valid_from) values (?, 0, ?, ?, ?)",
                grown,
                ROWS,
                (row, place) -> {
                    row.setString(1, place.code().value());
                    row.setString(2, place.category().name());
                    row.setString(3, place.name());
                    row.setObject(4, place.from());
                });
    }

    /** A place to come. */
    public record NewPlace(PlaceCode code, PlaceCategory category, String name, LocalDate from) {}

    public PlaceNode renumber(Jurisdiction jurisdiction, PlaceCode code, String officialCode) {
        var place = find(code, jurisdiction);
        place.renumber(officialCode);
        return PlaceNode.of(places.save(place));
    }

    public PlaceNode rename(Jurisdiction jurisdiction, PlaceCode code, String name) {
        var place = find(code, jurisdiction);
        place.rename(name);
        return PlaceNode.of(places.save(place));
    }

    /** Of a place that is no more, and that nothing has taken the place of. */
    public PlaceNode close(Jurisdiction jurisdiction, PlaceCode code, LocalDate on) {
        var place = find(code, jurisdiction);
        place.close(on, null);
        return PlaceNode.of(places.save(place));
    }

    public PlaceNode close(Jurisdiction jurisdiction, PlaceCode code, LocalDate on, PlaceCode successor) {
        var place = find(code, jurisdiction);
        place.close(on, find(successor, jurisdiction).getCode());
        return PlaceNode.of(places.save(place));
    }

    /** The place a new record is to belong to: a code is never simply taken from a form. */
    @Transactional(readOnly = true)
    public PlaceNode require(PlaceCode code, Jurisdiction jurisdiction) {
        return PlaceNode.of(find(code, jurisdiction));
    }

    /** The place and those above it, from the county down; names of places above are no secret. */
    @Transactional(readOnly = true)
    public List<PlaceNode> path(PlaceCode code) {
        return places.findPath(code.value()).stream().map(PlaceNode::of).toList();
    }

    /** The places one level below that exist on the day, in the order of their codes. */
    @Transactional(readOnly = true)
    public List<PlaceNode> children(Jurisdiction jurisdiction, PlaceCode parent, LocalDate on) {
        return places
                .findChildren(
                        jurisdiction.lo(),
                        jurisdiction.hi(),
                        parent.lo(),
                        parent.hi(),
                        parent.kind().below().digits(),
                        on)
                .stream()
                .map(PlaceNode::of)
                .toList();
    }

    /** Every place of a level that exists on the day, in the order of their codes. */
    @Transactional(readOnly = true)
    public List<PlaceNode> all(Jurisdiction jurisdiction, PlaceKind level, LocalDate on) {
        return places
                .findChildren(
                        jurisdiction.lo(), jurisdiction.hi(), jurisdiction.lo(), jurisdiction.hi(), level.digits(), on)
                .stream()
                .map(PlaceNode::of)
                .toList();
    }

    /** The topmost place of the installation, once it is planted. */
    @Transactional(readOnly = true)
    public Optional<PlaceNode> root() {
        return places.findRoot().map(PlaceNode::of);
    }

    private Place find(PlaceCode code, Jurisdiction jurisdiction) {
        return places.findById(code)
                .filter(place -> jurisdiction.covers(code))
                .orElseThrow(() -> new PlaceNotFound(code));
    }
}
