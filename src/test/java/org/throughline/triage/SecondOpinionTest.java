package org.throughline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.throughline.assistant.Assistant;
import org.throughline.triage.suggest.Corpus;

/** What a model outside is told, when it is asked, and how little its opinion can do. */
class SecondOpinionTest {

    private static final List<String> RISING = List.of("TRIAGE", "SUGGEST", "AUTO");
    private static final MessageText CERTIFICATE =
            Desk.mail("denise@okaforplumbing.example", "COI for Bayline Properties", """
            Hi team,

            Could you send a certificate of insurance to our customer? My SSN is 219-09-9999, I was born 03/04/1980.

            Certificate holder:
            Bayline Properties LLC
            4410 Harwin Dr, Suite 200
            Houston, TX 77036

            Please email it to ap@bayline.example or call me at (713) 555-0142. Policy is BMC-GL-0448213, the truck
            is VIN 1FTFW1E50MFA12345, see https://okaforplumbing.example/files?id=7.

            Thank you!
            Denise Okafor | Office Manager
            Okafor Plumbing & Drain, LLC
            """);

    private final Desk desk = new Desk();
    private final FileDecisions decisions = new FileDecisions();
    private final Recorder recorder = new Recorder();
    private final SecondOpinion second = new SecondOpinion(recorder, desk.triage());

    @Test
    void tellsNothingOfAPersonAndAllOfTheAsk() {
        MessageText message = named(CERTIFICATE, "Denise Okafor");

        second.ask(message, desk.read(message));

        String sent = recorder.texts.get(0);
        assertThat(sent)
                .contains("certificate of insurance", "Certificate holder", "Thank you", "Policy is [policy number]")
                .doesNotContainIgnoringCase("Denise")
                .doesNotContainIgnoringCase("Okafor")
                .doesNotContainIgnoringCase("Bayline")
                .doesNotContain("4410", "Harwin", "77036", "0448213", "219-09-9999", "1980", "555-0142", "@", "1FTFW1")
                .doesNotContain("okaforplumbing.example");
    }

    @Test
    void tellsNoAddressNumberOrKnownNameOfAnySample() {
        List<String> told = new ArrayList<>();
        for (JsonNode sample : PracticeBookIndex.read("src/main/resources/sandbox/inbound-items.json")) {
            MessageText message = Desk.sample(sample);
            Understanding understanding = desk.read(message);
            String text = OutsideText.of(message, understanding);
            if (text.matches("(?s).*[\\w.]@\\w+\\..*")) {
                told.add(sample.get("id").asText() + " an e-mail address");
            }
            understanding.identity().policyNumbers().stream()
                    .filter(text::contains)
                    .forEach(number -> told.add(sample.get("id").asText() + " " + number));
            JsonNode label = sample.get("labels").get("entities");
            for (String key :
                    List.of("insuredName", "certificateHolder", "policyNumber", "driver", "vin", "callback")) {
                String value = label.path(key).asText("");
                if (value.length() > 3 && text.contains(value)) {
                    told.add(sample.get("id").asText() + " " + key + " " + value);
                }
            }
        }

        assertThat(told).isEmpty();
    }

    @Test
    void asksNobodyAboutAnAttackOrWhatIsPlainlyNoWork() {
        MessageText attack = Desk.mail(
                "lmarin@marinframing.example", "COI", "Please send a certificate for ${runtimeService.getClass()}.");
        MessageText thanks = Desk.mail("denise@okaforplumbing.example", "Re: COI", "Got it, thank you!");

        assertThat(second.ask(attack, desk.read(attack))).isEmpty();
        assertThat(second.ask(thanks, desk.read(thanks))).isEmpty();
        assertThat(recorder.texts).isEmpty();
    }

    @Test
    void asksNobodyWhenItIsOff() {
        recorder.on = false;

        assertThat(second.isOn()).isFalse();
        assertThat(second.ask(CERTIFICATE, desk.read(CERTIFICATE))).isEmpty();
        assertThat(recorder.texts).isEmpty();
    }

    @Test
    void reachesAPersonWhereItNamesOtherWork() {
        Understanding read = desk.read(CERTIFICATE);
        assertThat(classified(read)).containsEntry("classification", "AUTO");

        assertThat(classified(second.heard(read, "CERT_LIABILITY"))).isEqualTo(classified(read));
        assertThat(classified(second.heard(read, "LOSS_RUNS")))
                .containsEntry("workType", "CERT_LIABILITY")
                .containsEntry("classification", "SUGGEST");
    }

    /** Whatever a message talks the model into saying, it is never acted on more freely, nor as other work. */
    @Test
    void neverMakesAnythingMoreCertainOrOther() {
        for (JsonNode sample : PracticeBookIndex.read("src/main/resources/sandbox/inbound-items.json")) {
            Understanding read = desk.read(Desk.sample(sample));
            Map<String, Object> before = classified(read);
            for (String named : Corpus.WORK_TYPES) {
                Map<String, Object> after = classified(second.heard(read, named));
                assertThat(after.get("workType")).isEqualTo(before.get("workType"));
                assertThat(RISING.indexOf(after.get("classification")))
                        .as("%s named for %s", named, sample.get("id"))
                        .isLessThanOrEqualTo(RISING.indexOf(before.get("classification")));
            }
        }
    }

    /** The same for the table itself, whatever it is asked. */
    @Test
    void neverLiftsTheCertainty() {
        List<String> falling = List.of("UNKNOWN", "DOUBTFUL", "LIKELY", "CERTAIN");
        for (double probability = 0; probability <= 1; probability += 0.05) {
            for (double familiarity = 0.3; familiarity < 0.9; familiarity += 0.1) {
                for (boolean agreement : List.of(true, false)) {
                    Map<String, Object> facts = new HashMap<>(Map.of(
                            "probability", probability,
                            "margin", probability,
                            "agreement", agreement,
                            "familiarity", familiarity));
                    int alone = falling.indexOf(certainty(facts, "NONE"));
                    assertThat(falling.indexOf(certainty(facts, "AGREES"))).isEqualTo(alone);
                    assertThat(falling.indexOf(certainty(facts, "DISAGREES")))
                            .isEqualTo(Math.min(alone, falling.indexOf("LIKELY")));
                }
            }
        }
    }

    private String certainty(Map<String, Object> facts, String opinion) {
        facts.put("assistantOpinion", opinion);
        return String.valueOf(decisions.evaluate("suggestion-certainty", facts).get("certainty"));
    }

    private Map<String, Object> classified(Understanding understanding) {
        return decisions.evaluate("work-type", understanding.facts());
    }

    private static MessageText named(MessageText message, String sender) {
        return new MessageText(
                message.channel(),
                sender,
                message.senderAddress(),
                message.subject(),
                message.body(),
                message.forwarded(),
                message.attachments(),
                message.autoSubmitted(),
                message.reply(),
                message.receivedAt(),
                message.linkHosts());
    }

    /** Keeps what it is told and has no opinion. */
    private static final class Recorder implements Assistant {
        private final List<String> texts = new ArrayList<>();
        private boolean on = true;

        @Override
        public boolean isOn() {
            return on;
        }

        @Override
        public Optional<Opinion> workType(String channel, String text, Collection<String> workTypes) {
            texts.add(text);
            return Optional.empty();
        }
    }
}
