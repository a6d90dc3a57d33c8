package org.throughline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.DelegatingSmartContextLoader;
import org.throughline.ThroughlineApplication;

class OwnWorldTest {

    private static final String SMTP = "throughline.sandbox.mail.smtp-port";
    private static final String IMAP = "throughline.sandbox.mail.imap-port";
    private static final String FEED = "throughline.intake.feed.directory";
    private static final String BAYSIDE = "throughline.intake.feed.branches.bayside.directory";

    private static ContextCustomizer customizer() {
        return new OwnWorld().createContextCustomizer(OwnWorldTest.class, List.of());
    }

    /** What a test of this class sees, who sets the port of SMTP itself. */
    private static ConfigurableEnvironment world(Class<?> configuration) {
        GenericApplicationContext context = new GenericApplicationContext();
        MutablePropertySources sources = context.getEnvironment().getPropertySources();
        sources.addFirst(new MapPropertySource("test", Map.of(SMTP, "1")));
        sources.addLast(new MapPropertySource(
                "files", Map.of(SMTP, "3025", IMAP, "3143", FEED, "data/in", BAYSIDE, "data/bayside/in")));
        customizer()
                .customizeContext(
                        context,
                        new MergedContextConfiguration(
                                OwnWorldTest.class,
                                new String[0],
                                new Class<?>[] {configuration},
                                new String[0],
                                new DelegatingSmartContextLoader()));
        return context.getEnvironment();
    }

    @Test
    void standsBetweenTheTestAndTheApplicationsFiles() {
        ConfigurableEnvironment world = world(ThroughlineApplication.class);

        assertThat(world.getProperty(SMTP)).isEqualTo("1");
        assertThat(world.getProperty(IMAP)).isNotEqualTo("3143").isEqualTo(world.getProperty(IMAP));
        assertThat(world.getProperty(FEED)).contains("worlds");
        assertThat(world.getProperty(BAYSIDE)).contains("worlds").isNotEqualTo(world.getProperty(FEED));
    }

    @Test
    void isAnotherAtEachStart() {
        assertThat(world(ThroughlineApplication.class).getProperty(FEED))
                .isNotEqualTo(world(ThroughlineApplication.class).getProperty(FEED));
        assertThat(IntStream.range(0, 1_000).map(i -> FreePorts.next())).doesNotHaveDuplicates();
    }

    @Test
    void keepsOutOfTheTestsOfParts() {
        assertThat(world(OwnWorldTest.class).getProperty(IMAP)).isEqualTo("3143");
    }

    @Test
    void letsTestsWithTheSameSettingsShareTheirContext() {
        assertThat(customizer()).isEqualTo(customizer()).hasSameHashCodeAs(customizer());
    }
}
