package io.qiangcun.core.account;

import io.qiangcun.core.account.UnitDirectory.Unit;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The organisations of all modules that posts can act for. */
@Component
public class Units {

    private final ObjectProvider<UnitDirectory> directories;

    Units(ObjectProvider<UnitDirectory> directories) {
        this.directories = directories;
    }

    public List<Unit> at(Jurisdiction jurisdiction, PlaceCode place) {
        return directories
                .orderedStream()
                .flatMap(directory -> directory.unitsAt(jurisdiction, place).stream())
                .toList();
    }

    public List<Unit> search(Jurisdiction jurisdiction, String text, int limit) {
        return directories
                .orderedStream()
                .flatMap(directory -> directory.search(jurisdiction, text, limit).stream())
                .limit(limit)
                .toList();
    }

    public Map<UUID, String> names(Jurisdiction jurisdiction, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : directories
                        .orderedStream()
                        .flatMap(directory -> directory.named(jurisdiction, ids).stream())
                        .collect(Collectors.toMap(Unit::id, Unit::name));
    }
}
