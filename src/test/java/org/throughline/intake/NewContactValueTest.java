package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.triage.Entities;
import org.throughline.triage.LenderAsk;
import org.throughline.triage.Mention;
import org.throughline.triage.Mention.Kind;
import org.throughline.triage.Mention.Source;
import org.throughline.triage.Particulars;

class NewContactValueTest {

    private final List<Mention> mentions = new ArrayList<>();

    @Test
    void takesTheAddressThatIsNeitherTheSendersNorAClients() {
        mention(Kind.EMAIL, "denise@okaforplumbing.example", null);
        mention(Kind.EMAIL, "emeka@okaforplumbing.example", "client");
        mention(Kind.EMAIL, "d.okafor@new.example", null);
        mention(Kind.PHONE, "713-555-0199", null);

        assertThat(found()).contains(new NewContactValue("EMAIL", "d.okafor@new.example"));
    }

    @Test
    void takesTheLastNumberWhereNoNewAddressIsNamed() {
        mention(Kind.PHONE, "(713) 555-0142", null);
        mention(Kind.PHONE, "713-555-0199", null);
        mention(Kind.PHONE, "713-555-0143", "client");

        assertThat(found()).contains(new NewContactValue("PHONE", "713-555-0199"));
    }

    @Test
    void takesNothingFromWhatWasForwarded() {
        mentions.add(new Mention(Kind.PHONE, "7", "713-555-0199", 0, 12, Source.FORWARDED, 0.9, null));

        assertThat(found()).isEmpty();
    }

    private Optional<NewContactValue> found() {
        return NewContactValue.of(entities(), "Denise@OkaforPlumbing.example");
    }

    private void mention(Kind kind, String text, @Nullable String clientId) {
        mentions.add(new Mention(kind, text, text, 0, text.length(), Source.BODY, 0.9, clientId));
    }

    private Entities entities() {
        LenderAsk noLender = new LenderAsk(null, null, null, null, List.of());
        return new Entities(
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                noLender,
                mentions,
                new Particulars(Map.of()));
    }
}
