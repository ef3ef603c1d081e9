package io.qiangcun.core.register;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads definitions from the files of modules, and writes them to the database and reads them there. */
@Component
class RegisterJson {

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .build();

    RegisterDefinition read(String definition) {
        return json.readValue(definition, RegisterDefinition.class);
    }

    String write(RegisterDefinition definition) {
        return json.writeValueAsString(definition);
    }

    RegisterDefinition readYaml(String text) {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return json.convertValue(file, RegisterDefinition.class);
    }
}
