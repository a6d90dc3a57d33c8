package org.throughline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The practice book has a telephone number that two insured businesses share, one that a former client shares. */
class AmbiguityTest {

    private static final String SHARED = "512-555-0164";
    private static final String ASK = "Please send our certificate of insurance to the city of Austin.";

    private final Desk desk = new Desk();

    @Test
    void takesNobodyToBeMeantWhereSeveralMayBe() {
        Triage.Outlook outlook = desk.look(text(SHARED, ASK));

        assertThat(outlook.understanding().identity().clientId()).isNull();
        assertThat(Ambiguity.clientsIn(outlook.understanding().flags())).containsExactlyInAnyOrder("10002", "30206");
        assertThat(outlook.planned().get(0).classification()).isEqualTo("TRIAGE");
        assertThat(outlook.planned().get(0).workType()).isEqualTo("CERT_LIABILITY");
    }

    @Test
    void takesWhoIsNamedInTheText() {
        Understanding understanding = desk.read(text(SHARED, ASK + " Marin Framing LLC"));

        assertThat(understanding.identity().clientId()).isEqualTo("10002");
        assertThat(Ambiguity.isIn(understanding.flags())).isFalse();
    }

    @Test
    void takesWhomAPersonChose() {
        Understanding understanding = desk.read(text(SHARED, ASK), "30206");

        assertThat(understanding.identity().clientId()).isEqualTo("30206");
        assertThat(understanding.facts()).containsEntry("ambiguousClient", false);
        assertThat(Ambiguity.isIn(understanding.flags())).isFalse();
    }

    @Test
    void aFormerClientIsNobodysRival() {
        Understanding understanding = desk.read(text("713-555-0142", ASK));

        assertThat(understanding.identity().clientId()).isEqualTo("10001");
        assertThat(Ambiguity.isIn(understanding.flags())).isFalse();
    }

    private static MessageText text(String phone, String body) {
        return new MessageText(
                "SMS",
                phone,
                phone,
                "",
                body,
                "",
                List.of(),
                false,
                false,
                Instant.parse("2026-11-23T15:00:00Z"),
                null);
    }
}
