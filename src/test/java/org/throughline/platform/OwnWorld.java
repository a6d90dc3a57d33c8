package org.throughline.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.FileSystemUtils;
import org.throughline.ThroughlineApplication;

/**
 * Gives each start of the whole application in a test a database, folders and ports that neither another test nor a
 * practice agency beside it uses: requests are numbered from one in each, and what another left with a simulated system
 * under the same number would count as made already. What a test sets itself goes before.
 */
public class OwnWorld implements ContextCustomizerFactory {

    private static final String BRANCH_FEEDS = "throughline.intake.feed.branches";

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        return new Customizer();
    }

    /** Equal to any other: the world is the context's, and tests with the same settings may share that. */
    private record Customizer() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration test) {
            if (List.of(test.getClasses()).contains(ThroughlineApplication.class)) {
                ConfigurableEnvironment environment = context.getEnvironment();
                // Above the application's files and below everything that a test says.
                environment
                        .getPropertySources()
                        .addAfter(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                new MapPropertySource("own world", world(environment)));
            }
        }
    }

    private static Map<String, Object> world(ConfigurableEnvironment environment) {
        String name = UUID.randomUUID().toString();
        Path folder = Path.of("target", "worlds", name).toAbsolutePath();
        SpringApplication.getShutdownHandlers().add(() -> delete(folder));
        Map<String, Object> world = new HashMap<>();
        world.put("spring.datasource.url", "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        world.put("server.port", FreePorts.next());
        world.put("throughline.sandbox.mail.smtp-port", FreePorts.next());
        world.put("throughline.sandbox.mail.imap-port", FreePorts.next());
        world.put("throughline.sandbox.directory", folder.resolve("sandbox").toString());
        world.put("throughline.intake.feed.directory", folder.resolve("feed/in").toString());
        Binder.get(environment)
                .bind(BRANCH_FEEDS, Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of())
                .keySet()
                .forEach(tenant -> world.put(
                        BRANCH_FEEDS + "." + tenant + ".directory",
                        folder.resolve(tenant + "/feed/in").toString()));
        return world;
    }

    /** Nothing is left of a world once every application of this JVM has ended. */
    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
