package org.throughline.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TemplateDriftTest {

    @Test
    void theModelersPaletteIsWhatTheCodeOffers() throws IOException {
        compare(ElementTemplates.FILE, ElementTemplates.generate(new JavaNames()));
    }

    @Test
    void theActsOfAUserTaskAreThoseOfTheCatalogue() throws IOException {
        compare(ActTemplates.FILE, ActTemplates.generate());
    }

    private static void compare(Path file, String generated) throws IOException {
        if (Boolean.getBoolean("throughline.templates.write")) {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, generated);
        }

        assertThat(file)
                .as("run mvn test -Dtest=TemplateDriftTest -Dthroughline.templates.write=true")
                .hasContent(generated);
    }
}
