package io.qiangcun.core.procedure;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps evidence as one JSON object, its fields in order. */
@Converter(autoApply = true)
class EvidenceConverter implements AttributeConverter<Evidence, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Evidence evidence) {
        return JSON.writeValueAsString(new TreeMap<>(evidence.values()));
    }

    @Override
    public Evidence convertToEntityAttribute(String column) {
        return new Evidence(JSON.readValue(column, FIELDS));
    }
}
