package org.throughline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks and ordinary mail that looks a little like them, one a line of {@code triage/warning-signs.tsv}. */
class WarningSignsTest {

    private static final Desk DESK = new Desk();

    static Stream<String> messages() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/triage/warning-signs.tsv")).stream()
                .skip(1);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void tellsAttacksFromOrdinaryMail(String line) {
        List<String> cells = List.of(line.split("\t", -1));

        List<String> flags =
                DESK.read(Desk.mail(cells.get(1), cells.get(2), cells.get(3))).flags();

        if (cells.get(0).equals("NONE")) {
            assertThat(flags).noneMatch(WarningSigns::security).doesNotContain("HIDDEN_TEXT");
        } else {
            assertThat(flags).contains(cells.get(0));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | Hola, necesito agregar un carro a mi póliza por favor. Gracias.",
                "es | Buenos días, tuve un choque ayer y quiero reportar el reclamo de mi seguro.",
                "other | Bonjour, je voudrais une attestation d'assurance pour mon entreprise, merci.",
                "other | Guten Tag, wir brauchen bitte eine Bescheinigung und die Rechnung für unser Auto.",
                "other | 你好，我需要汽车保险证明，谢谢",
                "en | Please add the truck to our policy and send me the cost.",
                "en | Send the certificate to Casa de la Vista en Los Alamos, thanks.",
                "en | ok"
            })
    void tellsTheLanguage(String language, String body) {
        assertThat(DESK.read(Desk.mail("someone@elsewhere.example", "", body)).facts())
                .containsEntry("language", language);
    }

    @Test
    void flagsSensitiveData() {
        assertThat(DESK.read(Desk.mail("someone@elsewhere.example", "Card", "Charge 4111 1111 1111 1111 please"))
                        .flags())
                .contains("SENSITIVE_DATA");
    }

    @Test
    void keepsSensitiveNumbersOutOfWhatWasFound() {
        Understanding understanding = DESK.read(Desk.mail(
                "someone@elsewhere.example",
                "COI",
                "Certificate holder: Westlake SSN 123-45-6789\nInsured: Card 4111 1111 1111 1111\nPlease send a COI."));

        assertThat(EntityKeys.of(understanding).toString())
                .contains("removed]")
                .doesNotContain("123-45-6789")
                .doesNotContain("4111");
    }
}
