package io.qiangcun.core.database;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Gives the application its database before anything else is made: the one it was told of, or its own. Its own lives as
 * long as the process and is stopped after the last context, and with it the connection pool, is closed.
 */
class DatabaseStart implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final String URL = "spring.datasource.url";
    private static final String DIRECTORY = "qiangcun.database.directory";
    private static final String SETTINGS = "qiangcun.database.settings";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (StringUtils.hasText(environment.getProperty(URL))) {
            checkRoles(environment);
            return;
        }
        var directory = Path.of(environment.getProperty(DIRECTORY, "./data/postgres"));
        var settings = Binder.get(environment)
                .bind(SETTINGS, Bindable.mapOf(String.class, String.class))
                .orElseGet(Map::of);
        var database = OwnDatabase.startIn(directory, settings);
        SpringApplication.getShutdownHandlers().add(database::stop);
        environment.getPropertySources().addFirst(new MapPropertySource("ownDatabase", Map.of(URL, database.url())));
    }

    /** An owner's connection would pass row security by; and who owns tables must not serve pages. */
    private static void checkRoles(ConfigurableEnvironment environment) {
        var owner = environment.getProperty("spring.flyway.user");
        var application = environment.getProperty("spring.datasource.username");
        if (owner == null || owner.equals(application)) {
            throw new RolesNotApart("spring.flyway.user and spring.datasource.username are both " + application);
        }
        if (environment.getRequiredProperty(URL).matches(".*[?&]user=.*")) {
            throw new RolesNotApart("spring.datasource.url names a user, which would silently win over " + application);
        }
    }

    /** Last: whoever sets an address does so before. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
