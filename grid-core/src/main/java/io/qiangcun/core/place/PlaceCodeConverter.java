package io.qiangcun.core.place;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads codes from requests; a filter that asks for no place in particular sends an empty one. */
@Component
class PlaceCodeConverter implements Converter<String, @Nullable PlaceCode> {

    @Override
    public @Nullable PlaceCode convert(String text) {
        return text.isBlank() ? null : new PlaceCode(text.strip());
    }
}
