package io.qiangcun.grid.gridevent.web;

import io.qiangcun.grid.gridevent.Act;
import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Acts stand in addresses in small letters. */
@Component
class ActConverter implements Converter<String, Act> {

    @Override
    public Act convert(String path) {
        return Act.valueOf(path.toUpperCase(Locale.ROOT));
    }
}
