package org.throughline.partner.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PacketFieldsTest {

    private static final Pattern FIELDS = Pattern.compile("<text>\"([a-zA-Z]+(?:,[a-zA-Z]+)+)\"</text>");

    @Test
    void theTableNamesOnlyWhatAPacketMayHold() throws IOException {
        Matcher fields = FIELDS.matcher(Files.readString(Path.of("dmn/routing/partner-packet.dmn")));
        int rows = 0;
        while (fields.find()) {
            rows++;
            assertThat(PacketFields.NAMES).containsAll(PacketFields.named(fields.group(1)));
        }
        assertThat(rows).isPositive();
    }

    @Test
    void neverNamesWhoTheClientIs() {
        assertThat(PacketFields.NAMES)
                .doesNotContain("clientName", "clientId", "senderName", "senderAddress", "replyTo", "subject");
    }
}
