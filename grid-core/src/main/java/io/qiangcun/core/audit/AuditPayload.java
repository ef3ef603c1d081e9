package io.qiangcun.core.audit;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import tools.jackson.databind.json.JsonMapper;

/** Puts an event into JSON: records by component, and those of one component, such as ids, as what they hold. */
@Component
class AuditPayload {

    private final JsonMapper json = JsonMapper.builder().build();

    String of(Record event) {
        return json.writeValueAsString(components(event));
    }

    /** What the event is about: its first component, by convention the id. */
    String subjectOf(Record event) {
        return Arrays.stream(event.getClass().getRecordComponents())
                .findFirst()
                .map(first -> String.valueOf(plain(value(first, event))))
                .orElse("");
    }

    private static Map<String, @Nullable Object> components(Record record) {
        Map<String, @Nullable Object> components = new LinkedHashMap<>();
        for (var component : record.getClass().getRecordComponents()) {
            components.put(component.getName(), plain(value(component, record)));
        }
        return components;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Record record) {
            var parts = record.getClass().getRecordComponents();
            return parts.length == 1 ? plain(value(parts[0], record)) : components(record);
        }
        if (value instanceof Optional<?> optional) {
            return plain(optional.orElse(null));
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(AuditPayload::plain).toList();
        }
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Map<?, ?>) {
            return value;
        }
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        var accessor = component.getAccessor();
        ReflectionUtils.makeAccessible(accessor);
        return ReflectionUtils.invokeMethod(accessor, record);
    }
}
