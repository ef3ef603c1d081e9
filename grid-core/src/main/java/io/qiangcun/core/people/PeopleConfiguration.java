package io.qiangcun.core.people;

import io.qiangcun.core.module.NavigationEntry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeopleProperties.class)
class PeopleConfiguration {

    @Bean
    PeopleCipher peopleCipher(PeopleProperties properties, ConfigurableEnvironment environment) {
        return new PeopleCipher(
                PeopleKey.of(properties, environment.getPropertySources().contains("ownDatabase")));
    }

    @Bean
    NavigationEntry peopleEntry() {
        return new NavigationEntry("core.people.list.title", "/core/people", 45, PeopleAuthorities.READ);
    }
}
