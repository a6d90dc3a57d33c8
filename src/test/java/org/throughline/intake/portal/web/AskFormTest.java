package org.throughline.intake.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;
import org.throughline.intake.portal.ServiceAsk;

class AskFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final AskForm.Bounds BOUNDS = new AskForm.Bounds(10, 15, 2);

    @Test
    void readsWhatIsComplete() {
        AskForm form =
                new AskForm(fields(Map.of("neededBy", "2026-12-01", "kind", "CLAIM", "phone", "(713) 555-0199")));

        ServiceAsk ask = form.check(TODAY, List.of(), BOUNDS);

        assertThat(form.errors().sentences()).isEmpty();
        assertThat(ask.email()).isEqualTo("denise@okaforplumbing.example");
        assertThat(ask.neededBy()).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        AskForm form = new AskForm(Map.of());

        form.check(TODAY, List.of(), BOUNDS);

        assertThat(form.errors().sentences()).containsOnlyKeys("text", "name", "email");
    }

    @ParameterizedTest
    @CsvSource({
        "neededBy, 2026-11-22",
        "neededBy, 2028-11-24",
        "neededBy, soon",
        "phone, 12",
        "website, https://spam.example",
        "email, denise",
        "email, denise@okafor"
    })
    void refusesWhatCannotBe(String field, String value) {
        AskForm form = new AskForm(fields(Map.of(field, value)));

        form.check(TODAY, List.of(), BOUNDS);

        assertThat(form.errors().sentences()).containsOnlyKeys(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example, c@d.example",
                "a@b.example\r\nBcc: c@d.example",
                "<a@b.example>",
                "\"a b\"@c.example",
                "a@b..example"
            })
    void takesExactlyOnePlainAddress(String value) {
        AskForm form = new AskForm(fields(Map.of("email", value)));

        form.check(TODAY, List.of(), BOUNDS);

        assertThat(form.errors().sentences()).containsOnlyKeys("email");
    }

    @Test
    void keepsAnAddressOutOfTheName() {
        AskForm form = new AskForm(fields(Map.of("name", "Denise <boss@okafor.example>\u0000\n")));

        assertThat(form.check(TODAY, List.of(), BOUNDS).name()).isEqualTo("Denise boss@okafor.example");
    }

    @Test
    void refusesFilesThatAreTooLargeOrTooMany() {
        assertThat(fileErrors(file(11))).contains("\"a.pdf\"");
        assertThat(fileErrors(file(8), file(8))).contains("together");
        assertThat(fileErrors(file(1), file(1), file(1))).contains("2 files");
        assertThat(fileErrors(file(10), file(5))).isEmpty();
    }

    @Test
    void makesAnIdOnlyWhereNoneCame() {
        assertThat(new AskForm(Map.of("submissionId", "0123456789abcdef")).submissionId())
                .isEqualTo("0123456789abcdef");
        assertThat(new AskForm(Map.of("submissionId", "<script>")).submissionId())
                .hasSize(36);
    }

    @Test
    void showsTheNameOfAFileWithoutItsPath() {
        assertThat(FileNames.shown(
                        new MockMultipartFile("files", "C:\\fakepath\\..\\a\u202egpj.exe", null, new byte[1])))
                .isEqualTo("agpj.exe");
    }

    private static String fileErrors(MultipartFile... files) {
        AskForm form = new AskForm(fields(Map.of()));
        form.check(TODAY, List.of(files), BOUNDS);
        return form.errors().of("files");
    }

    private static MultipartFile file(int size) {
        return new MockMultipartFile("files", "/tmp/a.pdf", "application/pdf", new byte[size]);
    }

    private static Map<String, String> fields(Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "text", "Add a truck",
                "name", "Denise Okafor",
                "email", "Denise@OkaforPlumbing.example"));
        fields.putAll(changed);
        return fields;
    }
}
