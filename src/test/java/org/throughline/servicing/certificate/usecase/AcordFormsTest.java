package org.throughline.servicing.certificate.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.AGENCY;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.TODAY;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.asked;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.file;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.generalLiability;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.nothingAsked;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.shown;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.servicing.certificate.model.Certificate;

class AcordFormsTest {

    @TempDir
    private Path folder;

    @Test
    void fillsTheAgencysOwnFormAndLeavesNothingToFillIn() throws IOException {
        Path template = folder.resolve("acord25.pdf");
        template(template, "NamedInsured_FullName_A", "Policy_GeneralLiability_PolicyNumberIdentifier_A", "Unknown_A");
        AcordForms form =
                new AcordForms(new CertificateProperties(null, template.toUri().toString(), null, null));

        byte[] filled = form.fill(liability());

        try (PDDocument document = Loader.loadPDF(filled)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Okafor Plumbing & Drain, LLC", "BMC-GL-0448213");
            assertThat(document.getDocumentCatalog().getAcroForm().getFields()).isEmpty();
        }
    }

    @Test
    void isNotUsedWhereNoTemplateIsNamed() {
        AcordForms forms = new AcordForms(new CertificateProperties(null, "", "file:acord27.pdf", null));

        assertThat(forms.configuredFor(liability())).isFalse();
        assertThat(forms.configuredFor(PropertyFixtures.evidenceForFirstValley()))
                .isFalse();
        assertThat(forms.configuredFor(PropertyFixtures.evidenceOnAHome())).isTrue();
    }

    @Test
    void fillsEvidenceWithTheBuildingsAndTheLendersInterest() throws IOException {
        Path template = folder.resolve("acord28.pdf");
        template(
                template,
                "CommercialStructure_PhysicalAddress_LineOne_C",
                "CommercialProperty_Building_LimitAmount_A",
                "AdditionalInterest_FullName_A",
                "AdditionalInterest_AccountNumberIdentifier_A");
        AcordForms forms = new AcordForms(
                new CertificateProperties(null, null, null, template.toUri().toString()));

        byte[] filled = forms.fill(PropertyFixtures.evidenceForFirstValley());

        try (PDDocument document = Loader.loadPDF(filled)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("705 Foundry St", "$1,450,000", "First Valley Bank, ISAOA/ATIMA", "FV-553019");
        }
    }

    private static Certificate liability() {
        return new CertificateComposer(AGENCY, new ClauseLibrary())
                .compose(file(asked(shown(), Map.of()), generalLiability()), nothingAsked(), TODAY);
    }

    private static void template(Path path, String... fieldNames) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.LETTER);
            document.addPage(page);
            PDAcroForm form = new PDAcroForm(document);
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("Helv"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            form.setDefaultResources(resources);
            document.getDocumentCatalog().setAcroForm(form);
            float y = 700;
            for (String name : fieldNames) {
                PDTextField field = new PDTextField(form);
                field.setPartialName(name);
                field.setDefaultAppearance("/Helv 10 Tf 0 g");
                field.getWidgets().get(0).setRectangle(new PDRectangle(50, y, 300, 20));
                field.getWidgets().get(0).setPage(page);
                page.getAnnotations().add(field.getWidgets().get(0));
                form.getFields().add(field);
                y -= 30;
            }
            document.save(path.toFile());
        }
    }
}
