package io.qiangcun.core.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The registers that modules bring along as {@code registers/<module>/<code>.yaml}, in their order. One that cannot be
 * stops the start.
 */
@Component
class RegisterFiles {

    private static final String FILES = "classpath*:registers/*/*.yaml";

    private final List<RegisterDefinition> definitions;

    RegisterFiles(ResourcePatternResolver resources, RegisterJson json) {
        var found = new ArrayList<RegisterDefinition>();
        try {
            for (var file : resources.getResources(FILES)) {
                found.add(read(file, json));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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

    private static RegisterDefinition read(Resource file, RegisterJson json) throws IOException {
        try {
            var definition = json.readYaml(file.getContentAsString(StandardCharsets.UTF_8));
            var wanted = "registers/" + definition.code().replace('.', '/') + ".yaml";
            if (!file.getURL().getPath().endsWith(wanted)) {
                throw new IllegalArgumentException(definition.code() + " does not lie in " + wanted);
            }
            return definition;
        } catch (RuntimeException wrong) {
            throw new IllegalStateException("The register in " + file + " cannot be: " + wrong.getMessage(), wrong);
        }
    }
}
