package io.qiangcun.core.register;

import io.qiangcun.core.module.DefinitionFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The registers that tests bring along. */
final class Definitions {

    static final RegisterDefinition HERD = read("herd");
    static final RegisterDefinition VISIT = read("herd-visit");

    private Definitions() {}

    static RegisterDefinition of(String yaml) {
        return new DefinitionFiles().of(yaml, RegisterDefinition.class);
    }

    private static RegisterDefinition read(String name) {
        try {
            return of(new ClassPathResource("registers/test/" + name + ".yaml")
                    .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
