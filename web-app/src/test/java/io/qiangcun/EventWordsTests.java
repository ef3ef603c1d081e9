package io.qiangcun;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.qiangcun.core.domain.DomainEvent;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever reads the audit trail reads words, not the names of classes. */
class EventWordsTests {

    private static final ImportOption NO_TESTS = location -> !location.contains("test");

    @Test
    void everyDomainEventHasAWordInTheTrail() {
        var words = Sources.messages().stream()
                .flatMap(bundle -> Sources.properties(bundle).stringPropertyNames().stream())
                .collect(Collectors.toSet());
        var events = new ClassFileImporter()
                .withImportOption(NO_TESTS).importPackages("io.qiangcun").stream()
                        .filter(type -> type.isAssignableTo(DomainEvent.class) && type.isRecord())
                        .map(JavaClass::getName)
                        .map(name -> name.replace("io.qiangcun.", "").replace('$', '.'))
                        .toList();

        assertThat(events).hasSizeGreaterThan(40).isSubsetOf(words);
    }
}
