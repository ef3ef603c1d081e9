package io.qiangcun.core.procedure;

import io.qiangcun.core.module.DefinitionFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The procedures that tests of the domain go by. */
final class Templates {

    static final ProcedureTemplate PERMIT = read("test/permit");

    private Templates() {}

    static ProcedureTemplate read(String name) {
        try {
            return new TemplateJson(new DefinitionFiles())
                    .readYaml(new ClassPathResource("procedures/" + name + ".yaml")
                            .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
