package org.throughline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

class ProductionDatabaseTest {

    private static String setting(String name) throws IOException {
        return new YamlPropertySourceLoader()
                .load("production", new ClassPathResource("application-production.yaml")).stream()
                        .map(source -> source.getProperty(name))
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void noticesSoonThatANodeIsGone() throws IOException {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(TestPostgres.database());
        pool.setUsername(TestPostgres.USER);
        pool.setConnectionInitSql(setting("spring.datasource.hikari.connection-init-sql"));

        try (HikariDataSource source = new HikariDataSource(pool)) {
            assertThat(new JdbcTemplate(source).queryForObject("show tcp_keepalives_idle", String.class))
                    .isEqualTo("30");
        }
    }
}
