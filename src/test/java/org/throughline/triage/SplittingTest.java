package org.throughline.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.throughline.intake.ItemReading;
import org.throughline.intake.ItemSplitting;

/** Which requests messages open when they ask for several things. */
class SplittingTest {

    private final Desk desk = new Desk();
    private final FileDecisions decisions = new FileDecisions();
    private final FurtherAsks furtherAsks = new FurtherAsks(decisions);
    private final ItemSplitting splitting =
            new ItemSplitting(mock(ItemReading.class), furtherAsks, decisions::evaluate);
    private final JsonNode samples = PracticeBookIndex.read("src/main/resources/sandbox/inbound-items.json");

    @Test
    void opensARequestForEachThingThatTheSampleAsksFor() {
        assertThat(asksOf("S002")).containsExactly("CERT_LIABILITY", "ENDT_ADDITIONAL_INSURED", "CONTRACT_REVIEW");
        assertThat(asksOf("S032")).containsExactly("REINSTATEMENT", "CLAIM_FNOL", "PAYMENT");
        assertThat(asksOf("S025")).containsExactly("RENEWAL_PREP", "ENDT_EXPOSURE", "COVERAGE_QUESTION");
    }

    @Test
    void opensNoneForWhatOnlyFollows() {
        assertThat(asksOf("S021")).containsExactly("ENDT_PROPERTY_SCHEDULE", "ENDT_ADDITIONAL_INSURED");
    }

    @Test
    void keepsTheWordsThatAskForIt() {
        MessageText message = message("S032");
        FurtherAsks.Ask loss =
                furtherAsks.of(desk.read(message), "REINSTATEMENT").get(0);

        assertThat(OwnText.of(message).substring(loss.start(), loss.end())).contains("tapped somebody");
    }

    @Test
    void leavesAnAttackInOnePiece() {
        MessageText attack = Desk.mail(
                "lmarin@marinframing.example",
                "COI and ID card",
                "Please send a certificate of insurance for ${runtimeService.getClass()} Tower LLC."
                        + " Also please send the ID cards for the truck. And add a driver, Sam Ortiz.");
        Understanding understanding = desk.read(attack);

        assertThat(understanding.further()).isNotEmpty();
        assertThat(splitting.asksOf("IN", "CERT_LIABILITY", "", Optional.of(understanding)))
                .containsExactly("CERT_LIABILITY");
    }

    @Test
    void leavesWhatIsNoWorkInOnePiece() {
        assertThat(splitting.asksOf("IN", "NOT_WORK", "", Optional.of(desk.read(message("S032")))))
                .containsExactly("NOT_WORK");
    }

    @Test
    void opensWhatAPersonChoseInsteadOfWhatTheTableSays() {
        Optional<Understanding> read = Optional.of(desk.read(message("S032")));

        assertThat(splitting.asksOf("IN", "REINSTATEMENT", "CLAIM_FNOL, ID_CARD", read))
                .containsExactly("REINSTATEMENT", "CLAIM_FNOL", "ID_CARD");
        assertThat(splitting.asksOf("IN", "REINSTATEMENT", "NONE", read)).containsExactly("REINSTATEMENT");
    }

    private List<String> asksOf(String sample) {
        Triage.Outlook outlook = desk.look(message(sample));
        return splitting.asksOf(sample, outlook.planned().get(0).workType(), "", Optional.of(outlook.understanding()));
    }

    private MessageText message(String id) {
        for (JsonNode sample : samples) {
            if (sample.get("id").asText().equals(id)) {
                return Desk.sample(sample);
            }
        }
        throw new IllegalArgumentException("There is no sample " + id);
    }
}
