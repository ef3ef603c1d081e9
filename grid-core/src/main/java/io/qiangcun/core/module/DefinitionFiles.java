package io.qiangcun.core.module;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what modules define in files of their own, and writes it to the database and reads it there. */
@Component
public class DefinitionFiles {

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .build();

    public <T> T read(String definition, Class<T> kind) {
        return json.readValue(definition, kind);
    }

    public String write(Object definition) {
        return json.writeValueAsString(definition);
    }

    public static Map<String, Object> tree(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    public <T> T of(String yaml, Class<T> kind) {
        return of(tree(yaml), kind);
    }

    public <T> T of(Map<String, Object> tree, Class<T> kind) {
        return json.convertValue(tree, kind);
    }

    /**
     * What the modules bring along as {@code <folder>/<module>/<code>.yaml}. One that cannot be, or lies elsewhere than
     * its code says, stops the start.
     */
    public static <T> List<T> broughtAlong(
            ResourcePatternResolver resources, String folder, Function<String, T> reader, Function<T, String> code) {
        var found = new ArrayList<T>();
        try {
            for (var file : resources.getResources("classpath*:" + folder + "/*/*.yaml")) {
                found.add(read(file, folder, reader, code));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private static <T> T read(Resource file, String folder, Function<String, T> reader, Function<T, String> code)
            throws IOException {
        try {
            var definition = reader.apply(file.getContentAsString(StandardCharsets.UTF_8));
            var wanted = folder + "/" + code.apply(definition).replace('.', '/') + ".yaml";
            if (!file.getURL().getPath().endsWith(wanted)) {
                throw new IllegalArgumentException(code.apply(definition) + " does not lie in " + wanted);
            }
            return definition;
        } catch (RuntimeException wrong) {
            throw new IllegalStateException("The definition in " + file + " cannot be: " + wrong.getMessage(), wrong);
        }
    }
}
