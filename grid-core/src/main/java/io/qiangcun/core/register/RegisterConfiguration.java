package io.qiangcun.core.register;

import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.people.PersonSection;
import io.qiangcun.core.people.PersonSections;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;

@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

    @Bean
    NavigationEntry registersEntry() {
        return new NavigationEntry("core.register.navigation", "/core/registers", 36, RegisterAuthorities.READ);
    }

    @Bean
    AttachmentKind registerRowFiles() {
        return new AttachmentKind(RegisterService.ATTACHMENTS, RegisterAuthorities.READ);
    }

    /** What registers say about a person, on his page. */
    @Bean
    PersonSections registerSections(RegisterQueries registers) {
        return (jurisdiction, person) -> {
            if (!mayRead()) {
                return List.of();
            }
            var lines = registers.ofPerson(jurisdiction, person).stream()
                    .map(line -> new PersonSection.Line(
                            line.register() + "：" + line.title() + "　" + line.startsOn() + " – "
                                    + Objects.toString(line.currentTo(), ""),
                            line.id().href()))
                    .toList();
            return lines.isEmpty() ? List.of() : List.of(new PersonSection("core.register.section.title", lines));
        };
    }

    private static boolean mayRead() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null
                && signedIn.getAuthorities().stream()
                        .anyMatch(right -> RegisterAuthorities.READ.equals(right.getAuthority()));
    }
}
