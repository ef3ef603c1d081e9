package io.qiangcun.core.account.web;

import io.qiangcun.core.account.SessionStamps;
import io.qiangcun.core.account.SignIn;
import io.qiangcun.core.account.SignInJournal;
import io.qiangcun.core.account.SignInProperties;
import io.qiangcun.core.account.TokenDoor;
import io.qiangcun.core.module.PublicPage;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.EnumSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** One chain for every page: signed in or public, never in between. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    /** What anybody may see; everything else asks for a sign-in first. */
    static final String[] PUBLIC = {
        "/login", "/display", "/kit/**", "/webjars/**", "/error", "/favicon.ico", "/sw.js", "/app.webmanifest"
    };

    /** What shows a token needs no session, and no browser can be made to show one. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain byToken(HttpSecurity http, SignIn signIn, TokenDoor door, ScopeFilter scope) {
        return http.securityMatcher(TokenFilter::isMeant)
                .authenticationManager(new ProviderManager(signIn))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(failed -> failed.authenticationEntryPoint(
                        (request, response, no) -> response.setStatus(HttpStatus.UNAUTHORIZED.value())))
                .headers(headers -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
                .addFilterBefore(new TokenFilter(door), AuthorizationFilter.class)
                .addFilterAfter(scope, AuthorizationFilter.class)
                .build();
    }

    @Bean
    SecurityFilterChain everyPage(
            HttpSecurity http,
            SignIn signIn,
            AddressLimit limit,
            SignedInHandler signedIn,
            SignedOutHandler signedOut,
            SignInAgain again,
            SessionRegistry sessions,
            SessionStamps stamps,
            SignInProperties properties,
            Clock clock,
            ScopeFilter scope,
            ObjectProvider<PublicPage> publicPages) {
        var pages = publicPages.stream().toList();
        var open = new OpenPageTokens(pages);
        // without the parent that Spring would add, which would ask and count a second time
        return http.authenticationManager(new ProviderManager(signIn))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(PUBLIC)
                        .permitAll()
                        .requestMatchers(open)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .successHandler(signedIn)
                        .failureHandler(new SignInFailedHandler()))
                .logout(out -> out.addLogoutHandler(signedOut).logoutSuccessUrl("/login?bye"))
                .exceptionHandling(
                        failed -> failed.authenticationEntryPoint(again).accessDeniedHandler(again))
                .csrf(csrf -> csrf.ignoringRequestMatchers(open).csrfTokenRequestHandler(open))
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId())
                        .maximumSessions(properties.sessions())
                        .sessionRegistry(sessions)
                        .expiredSessionStrategy(again))
                // the rest is set by ResponseHeaders, on every answer
                .headers(headers -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
                .addFilterBefore(new CrossSiteFilter(), CsrfFilter.class)
                .addFilterBefore(
                        new AddressLimitFilter(limit, new AddressLimit(properties, clock), pages),
                        UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(
                        new SessionGuard(stamps, again, properties.sessionLife(), clock), AuthorizationFilter.class)
                .addFilterAfter(scope, AuthorizationFilter.class)
                .addFilterAfter(new PasswordChangeGate(), AuthorizationFilter.class)
                .build();
    }

    @Bean
    SignedInHandler signedInHandler(SignInJournal journal, FormStash stash, Clock clock) {
        return new SignedInHandler(journal, stash, clock);
    }

    @Bean
    SignedOutHandler signedOutHandler(SignInJournal journal) {
        return new SignedOutHandler(journal);
    }

    @Bean
    FilterRegistrationBean<ResponseHeaders> responseHeaders() {
        var everywhere = new FilterRegistrationBean<>(new ResponseHeaders());
        everywhere.setOrder(Ordered.HIGHEST_PRECEDENCE);
        everywhere.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return everywhere;
    }

    @Bean
    FilterRegistrationBean<RequestNumber> requestNumber() {
        var everywhere = new FilterRegistrationBean<>(new RequestNumber());
        everywhere.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return everywhere;
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    /** Makes refusals audible; see {@link RefusalJournal}. */
    @Bean
    AuthorizationEventPublisher authorizationEvents(ApplicationEventPublisher events) {
        return new SpringAuthorizationEventPublisher(events);
    }
}
