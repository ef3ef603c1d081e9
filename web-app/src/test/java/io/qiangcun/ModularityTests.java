package io.qiangcun;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(WebApplication.class);

    @Test
    void verifies() {
        modules.verify();
    }

    @Test
    void documents() {
        new Documenter(modules).writeDocumentation();
    }
}
