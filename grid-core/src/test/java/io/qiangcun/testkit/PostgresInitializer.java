package io.qiangcun.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One PostgreSQL per JVM with the roles and the connection settings of an installation: Testcontainers' when a
 * container engine answers, the embedded one otherwise. {@code -Dqiangcun.test.postgres=embedded} (or {@code
 * container}) decides without asking. The demonstration county has a database of its own, since it fills only an empty
 * one.
 */
public class PostgresInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final String IMAGE = "postgres:18";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertySourceUtils.addPropertiesFilesToEnvironment(
                context, "classpath:database.properties", "classpath:web.properties");
        var demo = context.getEnvironment().getProperty("qiangcun.demo.enabled", Boolean.class, false);
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                context,
                "spring.datasource.url=" + Server.ADDRESS + (demo ? "/qiangcun_demo" : "/qiangcun"),
                "spring.datasource.hikari.maximum-pool-size=6",
                "qiangcun.attachments.directory=target/attachments",
                // all tests come from one address, at one moment
                "qiangcun.sign-in.address-attempts=100000",
                "qiangcun.people.key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                // what one test writes the next one counts
                "qiangcun.metrics.county-lag=0s",
                "qiangcun.jobs.enabled=false");
    }

    /** Before the application would start a database of its own. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private static final class Server {

        /** Nothing has to survive a test. */
        private static final Map<String, String> CARELESS = Map.of(
                "fsync", "off",
                "full_page_writes", "off",
                "synchronous_commit", "off",
                "shared_buffers", "256MB",
                "max_wal_size", "4GB");

        private static final String ADDRESS = start();

        private static String start() {
            var container = useContainer();
            LoggerFactory.getLogger(PostgresInitializer.class)
                    .info("Tests run on {}", container ? "Testcontainers' PostgreSQL" : "the embedded PostgreSQL");
            return container ? startContainer() : startEmbedded();
        }

        private static boolean useContainer() {
            return switch (System.getProperty("qiangcun.test.postgres", "auto")) {
                case "container" -> true;
                case "embedded" -> false;
                default -> DockerClientFactory.instance().isDockerAvailable();
            };
        }

        /** Passwords do not matter to a database that lives as long as the tests. */
        private static String startContainer() {
            var postgres = new PostgreSQLContainer(IMAGE)
                    .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
                    .withCommand(CARELESS.entrySet().stream()
                            .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue()))
                            .toArray(String[]::new));
            postgres.start();
            createRoles(postgres.getJdbcUrl(), postgres.getUsername());
            return "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getFirstMappedPort();
        }

        private static String startEmbedded() {
            try {
                var postgres = EmbeddedPostgres.builder();
                CARELESS.forEach(postgres::setServerConfig);
                var port = postgres.start().getPort();
                createRoles("jdbc:postgresql://localhost:" + port + "/postgres", "postgres");
                return "jdbc:postgresql://localhost:" + port;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void createRoles(String url, String administrator) {
            try (var connection = DriverManager.getConnection(url, administrator, "")) {
                ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/roles.sql"));
                ScriptUtils.executeSqlScript(
                        connection,
                        new ByteArrayResource("create database qiangcun_demo owner qiangcun_owner".getBytes(UTF_8)));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
