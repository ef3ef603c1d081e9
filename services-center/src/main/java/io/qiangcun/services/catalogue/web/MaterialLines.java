package io.qiangcun.services.catalogue.web;

import io.qiangcun.core.web.Messages;
import io.qiangcun.services.catalogue.Material;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Materials in one cell of a sheet: one a line, its parts between bars. */
final class MaterialLines {

    private static final int PARTS = 4;
    private static final int LONGEST = 100;

    private final Messages messages;

    MaterialLines(Messages messages) {
        this.messages = messages;
    }

    String write(List<Material> materials) {
        return materials.stream()
                .map(one ->
                        String.join("|", one.name(), word(Need.of(one)), Integer.toString(one.copies()), one.source()))
                .collect(Collectors.joining("\n"));
    }

    /** Empty if a line cannot be read. What is left out is required, once, from the applicant. */
    Optional<List<Material>> read(String cell) {
        var found = new ArrayList<Material>();
        for (var line : cell.split("[\\n\\r;\uFF1B]+", -1)) {
            if (line.isBlank()) {
                continue;
            }
            var parts = Arrays.stream(line.split("[|\uFF5C]", -1))
                    .map(String::strip)
                    .toList();
            var need = Arrays.stream(Need.values())
                    .filter(one -> parts.size() < 2 || parts.get(1).isEmpty()
                            ? one == Need.REQUIRED
                            : parts.get(1).equals(word(one)))
                    .findFirst();
            var copies = parts.size() < 3 || parts.get(2).isEmpty() ? "1" : parts.get(2);
            if (parts.size() > PARTS
                    || parts.get(0).isEmpty()
                    || parts.get(0).length() > LONGEST
                    || need.isEmpty()
                    || !copies.matches("[0-9]{1,2}")) {
                return Optional.empty();
            }
            found.add(need.get()
                    .material(parts.get(0), Integer.parseInt(copies), parts.size() == PARTS ? parts.get(3) : ""));
        }
        return Optional.of(found);
    }

    private String word(Need need) {
        return messages.get("services.catalogue.need." + need);
    }
}
