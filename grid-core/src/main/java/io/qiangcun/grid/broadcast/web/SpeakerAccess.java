package io.qiangcun.grid.broadcast.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Speakers have no account and no session; the door asks for their token. No browser can be made to show one. */
@Configuration(proxyBeanMethods = false)
class SpeakerAccess {

    @Bean
    @Order(0)
    SecurityFilterChain speakers(HttpSecurity http) {
        return http.securityMatcher("/api/v1/speaker/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
                .build();
    }
}
