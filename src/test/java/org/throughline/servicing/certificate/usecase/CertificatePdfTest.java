package org.throughline.servicing.certificate.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.AGENCY;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.TODAY;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.asked;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.blanketOngoing;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.file;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.generalLiability;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.nothingAsked;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.shown;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.umbrella;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.workersCompensation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.throughline.documents.PdfRenderers;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.model.Certificate;
import org.throughline.servicing.certificate.usecase.Decided.Support;

class CertificatePdfTest {

    private final CertificateComposer composer = new CertificateComposer(AGENCY, new ClauseLibrary());

    @Test
    void showsPoliciesLimitsHolderAndAgencyOnOnePage() throws IOException {
        Certificate certificate = composer.compose(
                file(asked(shown(), Map.of()), generalLiability(), workersCompensation()), nothingAsked(), TODAY);

        String text = text(print("plain", certificate, false));

        assertThat(text)
                .contains("Certificate of Liability Insurance", "11/23/2026", "Harborline Insurance Agency, LLC")
                .contains("Okafor Plumbing & Drain, LLC", "BMC-GL-0448213", "BMC-WC-0448214")
                .contains("Blue Mesa Casualty Company", "99112", "Blue Mesa Assurance Company", "99113")
                .contains("$1,000,000", "$2,000,000", "Per statute", "06/23/2026", "06/23/2027")
                .contains("Bayline Properties LLC", "4410 Harwin Dr", "Houston, TX 77036", "Lena Fischer")
                .contains("promises no notice beyond them")
                .doesNotContain("DRAFT", "30 days");
    }

    @Test
    void marksWordingOnlyWhereThePolicySupportsIt() throws IOException {
        Decided decided = new Decided(
                "ACORD_25",
                List.of(),
                Map.of(
                        "ADDITIONAL_INSURED_ONGOING:GL", new Support("SUPPORTED", "a blanket form grants it"),
                        "WAIVER_OF_SUBROGATION:WC", new Support("NEEDS_ENDORSEMENT", "no form")),
                Map.of());
        Certificate certificate = composer.compose(
                file(
                        asked(shown("ADDITIONAL_INSURED_ONGOING", "WAIVER_OF_SUBROGATION:WC"), Map.of()),
                        generalLiability(blanketOngoing()),
                        workersCompensation(),
                        umbrella()),
                decided,
                TODAY);

        assertThat(certificate.coverages().get(0).additionalInsured()).isTrue();
        assertThat(certificate.coverages()).noneMatch(Certificate.Coverage::subrogationWaived);
        assertThat(text(print("wording", certificate, true)))
                .contains("CG 20 10 04 13, where required by written contract", "DRAFT")
                .doesNotContain("Rights of recovery");
    }

    @Test
    void printsWhatAClientWroteAsText() throws IOException {
        Asked.Shown attack = new Asked.Shown(
                "${T(java.lang.Runtime)} {{7*7}} <script>alert(1)</script> <%= x %> {holder}",
                "1 \"Quote\" & Sons St, Raleigh, NC 27601",
                "a@b.example",
                List.of(),
                List.of(),
                "evidence-only",
                "#{execution} <b>bold</b>\u0007",
                Asked.Property.NONE);
        Certificate certificate =
                composer.compose(file(asked(attack, Map.of()), generalLiability()), nothingAsked(), TODAY);

        assertThat(text(print("attack", certificate, false)))
                .contains("${T(java.lang.Runtime)} {{7*7}} <script>alert(1)</script> <%= x %> {holder}")
                .contains("1 \"Quote\" & Sons St", "#{execution} <b>bold</b>", "Evidence of insurance only.");
    }

    private static byte[] print(String name, Certificate certificate, boolean draft) throws IOException {
        byte[] pdf =
                PdfRenderers.create().render(PrintedPage.of(certificate, draft).xhtml());
        Files.createDirectories(Path.of("target/certificates"));
        Files.write(Path.of("target/certificates/" + name + ".pdf"), pdf);
        return pdf;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
