package org.throughline.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDNonTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.throughline.intake.IntakeProperties;

/** Fillable forms: what was filled in is a part of the attachment's text. */
class PdfFormTest {

    private final AttachmentReader reader =
            new AttachmentReader(new IntakeProperties(DataSize.ofMegabytes(1), DataSize.ofMegabytes(2), 10_000));

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        reader.destroy();
    }

    private Path form(String title, String field, String value) throws IOException {
        Path file = folder.resolve("form.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(title);
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDNonTerminalField root = new PDNonTerminalField(form);
            root.setPartialName("F[0]");
            PDNonTerminalField page = new PDNonTerminalField(form);
            page.setPartialName("P1[0]");
            root.setChildren(List.of(page));
            PDTextField text = text(form, field, value);
            PDTextField empty = text(form, "Empty[0]", "");
            PDCheckBox off = new PDCheckBox(form);
            off.setPartialName("Box[0]");
            page.setChildren(List.<PDField>of(text, empty, off));
            form.setFields(List.of(root));
            document.save(file.toFile());
        }
        return file;
    }

    private static PDTextField text(PDAcroForm form, String name, String value) {
        PDTextField field = new PDTextField(form);
        field.setPartialName(name);
        if (!value.isEmpty()) {
            field.getCOSObject().setString(org.apache.pdfbox.cos.COSName.V, value);
        }
        return field;
    }

    @Test
    void readsWhatWasFilledInAsLines() throws IOException {
        AttachmentReader.Read read = reader.read(
                "form.pdf",
                "application/pdf",
                form("Commercial Insurance Application", "NamedInsured_FullName_A[0]", "Okafor\rPlumbing  LLC"));

        assertThat(read.attachment().text()).isEqualTo("NamedInsured_FullName_A: Okafor Plumbing LLC");
        assertThat(read.attachment().acordForm()).isNull();
        assertThat(read.flags()).isEmpty();
    }

    @Test
    void knowsAnAcordFormByItsTitle() throws IOException {
        assertThat(reader.read("form.pdf", "", form("ACORD 0125 (2016/03)", "a[0]", "b"))
                        .attachment()
                        .acordForm())
                .isEqualTo("125");
    }

    @Test
    void knowsAnAcordFormByItsFields() throws IOException {
        assertThat(reader.read("form.pdf", "", form("", "Acord_140_Building[0]", "b"))
                        .attachment()
                        .acordForm())
                .isEqualTo("140");
        assertThat(reader.read("form.pdf", "", form("", "Form_EditionIdentifier_A[0]", "ACORD 126 2016/09"))
                        .attachment()
                        .acordForm())
                .isEqualTo("126");
    }
}
