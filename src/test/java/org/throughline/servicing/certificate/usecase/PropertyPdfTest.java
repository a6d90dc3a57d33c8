package org.throughline.servicing.certificate.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.servicing.certificate.usecase.PropertyFixtures.asked;
import static org.throughline.servicing.certificate.usecase.PropertyFixtures.brandt;
import static org.throughline.servicing.certificate.usecase.PropertyFixtures.certificateForALandlord;
import static org.throughline.servicing.certificate.usecase.PropertyFixtures.composed;
import static org.throughline.servicing.certificate.usecase.PropertyFixtures.dunmore;
import static org.throughline.servicing.certificate.usecase.PropertyFixtures.evidenceForFirstValley;
import static org.throughline.servicing.certificate.usecase.PropertyFixtures.evidenceOnAHome;
import static org.throughline.servicing.certificate.usecase.PropertyFixtures.home;
import static org.throughline.servicing.certificate.usecase.PropertyFixtures.policy;
import static org.throughline.servicing.certificate.usecase.PropertyFixtures.property;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.throughline.documents.PdfRenderers;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.model.Certificate;

class PropertyPdfTest {

    @Test
    void evidenceOnCommercialPropertyShowsEachBuildingAsThePolicyHasIt() throws IOException {
        assertThat(text(print("evidence-28", evidenceForFirstValley(), false)))
                .contains("Evidence of Commercial Property Insurance", "Dunmore Storage LLC", "LNI-CPP-440127")
                .contains("701 Foundry St", "703 Foundry St", "705 Foundry St", "$1,450,000", "$980,000", "$25,000")
                .contains("Replacement cost", "Actual cash value", "90%", "$10,000")
                .contains("First Valley Bank, ISAOA/ATIMA", "PO Box 118", "Mortgagee", "FV-553019")
                .contains("promises no notice beyond them")
                .doesNotContain("DRAFT", "$0", "30 days", "Each occurrence");
    }

    @Test
    void evidenceOnAHomeShowsDwellingAndDeductibles() throws IOException {
        assertThat(text(print("evidence-27", evidenceOnAHome(), true)))
                .contains("Evidence of Property Insurance", "DRAFT", "Hannah Brandt", "64 Kimberly Ave")
                .contains("Dwelling", "$398,000", "$2,500", "2%", "Owner, primary residence", "1998")
                .contains("Blue Ridge Home Lending, ISAOA/ATIMA", "BR-204417")
                .doesNotContain("Extended replacement cost", "Coinsurance");
    }

    @Test
    void aCertificateShowsOnlyThePropertyAskedForAndNoInterest() throws IOException {
        assertThat(text(print("certificate-24", certificateForALandlord(), false)))
                .contains("Certificate of Property Insurance", "703 Foundry St", "$1,210,000")
                .contains("Front Range Retail Partners LLC", "88 S Tejon St", "Colorado Springs, CO 80903")
                .doesNotContain("705 Foundry St", "First Valley", "FV-553019", "Mortgagee");
    }

    @Test
    void aLenderThatIsNotOnThePolicyIsNeverShownAsMortgagee() throws IOException {
        Certificate evidence = composed(
                "ACORD_27",
                asked("EVIDENCE_PROPERTY", "Some Other Bank", "1 Bank St, Asheville, NC 28801", property("", "X-1")),
                brandt(),
                home(PropertyFixtures.blueRidge()));

        assertThat(text(print("not-on-policy", evidence, true)))
                .contains("Some Other Bank")
                .doesNotContain("Named on policy", "Mortgagee", "X-1", "Blue Ridge", "BR-204417");
    }

    @Test
    void theMostBuildingsThatPassTheCheckFitOnOnePage() throws IOException {
        Map<String, String> limits = new LinkedHashMap<>();
        for (int number = 1; number <= PropertyChecks.MOST_BUILDINGS; number++) {
            limits.put(
                    number + ".location", number + "00 North Commerce Industrial Parkway, Colorado Springs CO 80904");
            limits.put(number + ".description", "Building " + number + ", sprinklered warehouse with offices above");
            for (String coverage : List.of("building", "contents", "businessIncome")) {
                limits.put(number + "." + coverage, "12500000");
            }
            limits.put(number + ".deductible", "25000");
            limits.put(number + ".valuation", "REPLACEMENT_COST");
            limits.put(number + ".coinsurancePercent", "90");
            limits.put(number + ".agreedValue", "false");
            limits.put(number + ".causesOfLoss", "SPECIAL");
        }
        Asked asked = asked("EVIDENCE_PROPERTY", "First Valley Bank", "PO Box 118, Dayton, OH 45401", property("", ""));
        Asked.Shown shown = asked.shown();
        Asked worded = PropertyFixtures.showing(
                asked,
                new Asked.Shown(
                        shown.holderName(),
                        shown.holderAddress(),
                        shown.deliverTo(),
                        List.of(),
                        List.of(),
                        "evidence-only",
                        "Remark remark ".repeat(43).strip(),
                        shown.property()));
        Certificate evidence = composed(
                "ACORD_28",
                worded,
                dunmore(),
                policy("LNI-CPP-1", dunmore(), List.of("PROPERTY"), Map.of("PROPERTY", limits)));

        assertThat(text(print("largest", evidence, true))).contains("600 North Commerce", "Remark remark");
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
