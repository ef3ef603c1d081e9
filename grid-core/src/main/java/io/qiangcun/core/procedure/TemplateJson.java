package io.qiangcun.core.procedure;

import io.qiangcun.core.module.DefinitionFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads procedures from the files of modules, and writes them to the database and reads them there. */
@Component
public class TemplateJson {

    private final DefinitionFiles files;

    public TemplateJson(DefinitionFiles files) {
        this.files = files;
    }

    ProcedureTemplate read(String definition) {
        return files.read(definition, ProcedureTemplate.class);
    }

    String write(ProcedureTemplate template) {
        return files.write(template);
    }

    /** A step that does not say what it comes after comes after the one above it. */
    public ProcedureTemplate readYaml(String text) {
        var file = DefinitionFiles.tree(text);
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
        return files.of(complete, ProcedureTemplate.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> stepsOf(Map<String, Object> file) {
        return file.get("steps") instanceof List<?> steps ? (List<Map<String, Object>>) steps : List.of();
    }
}
