package org.throughline.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TemplateDriftTest {

    @Test
    void theModelersPaletteIsWhatTheCodeOffers() throws IOException {
        String generated = ElementTemplates.generate(new JavaNames());
        if (Boolean.getBoolean("throughline.templates.write")) {
            Files.createDirectories(Objects.requireNonNull(ElementTemplates.FILE.getParent()));
            Files.writeString(ElementTemplates.FILE, generated);
        }

        assertThat(ElementTemplates.FILE)
                .as("run mvn test -Dtest=TemplateDriftTest -Dthroughline.templates.write=true")
                .hasContent(generated);
    }
}
