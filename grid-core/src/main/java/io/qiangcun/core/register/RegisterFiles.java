package io.qiangcun.core.register;

import io.qiangcun.core.module.DefinitionFiles;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The registers that modules bring along as {@code registers/<module>/<code>.yaml}, in their order. One that cannot be
 * stops the start.
 */
@Component
class RegisterFiles {

    private final List<RegisterDefinition> definitions;

    RegisterFiles(ResourcePatternResolver resources, DefinitionFiles files) {
        var found = DefinitionFiles.broughtAlong(
                resources, "registers", text -> files.of(text, RegisterDefinition.class), RegisterDefinition::code);
        found.sort(Comparator.comparingInt(RegisterDefinition::order).thenComparing(RegisterDefinition::code));
        check(found);
        this.definitions = List.copyOf(found);
    }

    List<RegisterDefinition> definitions() {
        return definitions;
    }

    private static void check(List<RegisterDefinition> found) {
        var codes = new HashSet<String>();
        found.forEach(definition -> {
            if (!codes.add(definition.code())) {
                throw new IllegalStateException("Two registers are called " + definition.code());
            }
        });
        found.stream()
                .filter(definition -> definition.of() != null && !codes.contains(definition.of()))
                .forEach(definition -> {
                    throw new IllegalStateException(definition.code() + " belongs to no register: " + definition.of());
                });
    }
}
