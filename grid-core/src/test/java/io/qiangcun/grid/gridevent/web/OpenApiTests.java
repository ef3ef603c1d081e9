package io.qiangcun.grid.gridevent.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.grid.broadcast.SpeakerQueue;
import io.qiangcun.testkit.ApplicationTest;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;

/** The document that others programme by says what the code does, way by way and field by field. */
@ApplicationTest
class OpenApiTests {

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void describesEveryWayIntoTheInterfaceAndNoOther() throws IOException {
        var ways = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name() + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described()).isEqualTo(ways).isNotEmpty();
    }

    @Test
    void namesTheFieldsThatTheRecordsHave() throws IOException {
        var schemas = part(part(document(), "components"), "schemas");
        assertThat(schemas).isNotEmpty();
        for (var schema : schemas.keySet()) {
            var record = Stream.of(GridEventApi.class, SpeakerQueue.class)
                    .flatMap(told -> Arrays.stream(told.getDeclaredClasses()))
                    .filter(type -> type.isRecord() && type.getSimpleName().equals(schema))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No record " + schema));

            assertThat(part(part(schemas, schema), "properties").keySet())
                    .as(schema)
                    .containsExactlyElementsOf(Arrays.stream(record.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
        }
    }

    private static Set<String> described() throws IOException {
        var ways = new TreeSet<String>();
        var paths = part(document(), "paths");
        paths.keySet().forEach(path -> part(paths, path)
                .keySet()
                .forEach(method -> ways.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return ways;
    }

    private static Map<String, Object> document() throws IOException {
        try (var file = new ClassPathResource("openapi/v1.yaml").getInputStream()) {
            return new Yaml().load(file);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> whole, String name) {
        return (Map<String, Object>) whole.getOrDefault(name, Map.of());
    }
}
