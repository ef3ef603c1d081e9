package io.qiangcun.core.register.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.register.Cells;
import io.qiangcun.core.register.Lookups;
import io.qiangcun.core.register.RegisterColumn;
import io.qiangcun.core.register.RegisterDefinition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** What the forms of new and of existing rows have in common: finding by name whom a row is about. */
@Component
class RowEditor {

    private final Lookups lookups;

    RowEditor(Lookups lookups) {
        this.lookups = lookups;
    }

    /**
     * Whom the typed names mean. Where it is nobody or several, that is said at the field, and the page offers those there
     * are.
     */
    Map<String, String> choose(
            Jurisdiction jurisdiction,
            RegisterDefinition definition,
            RowForm form,
            Cells before,
            Errors errors,
            Model model) {
        var chosen = new HashMap<String, String>();
        var candidates = new LinkedHashMap<String, List<Lookups.Candidate>>();
        for (var column : definition.asked()) {
            if (column.kind().isLookedUp()) {
                choose(jurisdiction, column, form, before, errors, chosen, candidates);
            }
        }
        model.addAttribute("candidates", candidates);
        return chosen;
    }

    private void choose(
            Jurisdiction jurisdiction,
            RegisterColumn column,
            RowForm form,
            Cells before,
            Errors errors,
            Map<String, String> chosen,
            Map<String, List<Lookups.Candidate>> candidates) {
        var name = form.names().getOrDefault(column.code(), "").strip();
        var id = form.cells().getOrDefault(column.code(), "");
        if (name.isEmpty()) {
            chosen.put(column.code(), "");
            return;
        }
        if (!id.isEmpty()
                && id.equals(before.get(column.code()))
                && name.equals(before.names().get(column.code()))) {
            chosen.put(column.code(), id);
            return;
        }
        var found = lookups.named(jurisdiction, column.kind(), name);
        var meant = found.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .or(() -> found.size() == 1 && found.get(0).name().equals(name)
                        ? found.stream().findFirst()
                        : java.util.Optional.empty());
        if (meant.isPresent()) {
            chosen.put(column.code(), meant.get().id());
            return;
        }
        chosen.put(column.code(), "");
        candidates.put(column.code(), found);
        errors.rejectValue(
                "cells[" + column.code() + "]",
                found.isEmpty() ? "core.register.refused.unknown" : "core.register.refused.several",
                new Object[] {column.label(), found.size()},
                null);
    }
}
