package io.qiangcun.core.procedure;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads procedures from the files of modules, and writes them to the database and reads them there. */
@Component
class TemplateJson {

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .build();

    ProcedureTemplate read(String definition) {
        return json.readValue(definition, ProcedureTemplate.class);
    }

    String write(ProcedureTemplate template) {
        return json.writeValueAsString(template);
    }

    /** A step that does not say what it comes after comes after the one above it. */
    ProcedureTemplate readYaml(String text) {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        var steps = new ArrayList<Map<String, Object>>();
        var previous = "";
        for (var step : stepsOf(file)) {
            var complete = new LinkedHashMap<String, Object>(step);
            complete.putIfAbsent("after", previous.isEmpty() ? List.of() : List.of(previous));
            steps.add(complete);
            previous = String.valueOf(step.get("code"));
        }
        var complete = new LinkedHashMap<String, Object>(file);
        complete.put("steps", steps);
        return json.convertValue(complete, ProcedureTemplate.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> stepsOf(Map<String, Object> file) {
        return file.get("steps") instanceof List<?> steps ? (List<Map<String, Object>>) steps : List.of();
    }
}
