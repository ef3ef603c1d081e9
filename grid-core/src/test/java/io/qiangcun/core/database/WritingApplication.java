package io.qiangcun.core.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

/** An application that does nothing but write numbers and say which ones it was told are safe. Killed by the test. */
@Configuration(proxyBeanMethods = false)
public class WritingApplication {

    private static final String USER = "qiangcun_owner";

    private WritingApplication() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws SQLException {
        var application = new SpringApplicationBuilder(WritingApplication.class)
                .web(WebApplicationType.NONE)
                .run(args);
        var url = application.getEnvironment().getRequiredProperty("spring.datasource.url");
        try (var connection = DriverManager.getConnection(url, USER, "");
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists written (number bigint primary key)");
            for (long number = 0; ; number++) {
                statement.execute("insert into written select coalesce(max(number) + 1, 0) from written");
                System.out.println("safe " + number);
            }
        }
    }
}
