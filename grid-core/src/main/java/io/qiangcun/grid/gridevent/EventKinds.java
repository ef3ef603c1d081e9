package io.qiangcun.grid.gridevent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of grid events that a county knows on a day. */
public record EventKinds(Map<String, EventKind> byCode) {

    private static final String BETWEEN = " · ";

    public EventKinds {
        byCode = Map.copyOf(byCode);
    }

    static EventKinds of(List<EventKind> kinds) {
        var known = new LinkedHashMap<String, EventKind>();
        kinds.forEach(kind -> known.put(kind.code(), kind));
        return new EventKinds(known);
    }

    public Optional<EventKind> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** In the order of their codes. */
    public List<EventKind> all() {
        return byCode.values().stream()
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .toList();
    }

    public List<EventKind> tops() {
        return all().stream().filter(EventKind::isTop).toList();
    }

    public List<EventKind> below(EventKind top) {
        return all().stream()
                .filter(kind -> !kind.isTop() && kind.top().equals(top.code()))
                .toList();
    }

    /** Both levels; the code of a kind that is known no more. */
    public String name(String code) {
        var own = find(code).map(EventKind::name).orElse(code);
        return code.length() == 2
                ? own
                : find(code.substring(0, 2)).map(top -> top.name() + BETWEEN).orElse("") + own;
    }
}
