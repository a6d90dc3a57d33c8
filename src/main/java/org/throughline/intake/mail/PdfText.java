package org.throughline.intake.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDPushButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/**
 * What a PDF says: the text of its pages, and what was filled into the fields of a form, a line each.
 *
 * @param names title and field names, which tell what form it is
 * @param cut true where pages were left unread
 */
record PdfText(String text, String names, boolean cut) {

    static final PdfText NONE = new PdfText("", "", false);

    private static final int MOST_FIELDS = 2000;
    private static final int LONGEST_VALUE = 4000;

    /**
     * Reads a file, its fields and its first pages; a field that was left empty is no line.
     *
     * @throws IOException if it is damaged, or locked with a password
     */
    static PdfText read(Path file, int mostPages) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setEndPage(mostPages);
            String pages = stripper.getText(document).strip();
            List<String> names = new ArrayList<>();
            String title = document.getDocumentInformation().getTitle();
            if (title != null) {
                names.add(title);
            }
            Map<String, String> filled = filled(document.getDocumentCatalog().getAcroForm(null), names);
            StringBuilder text = new StringBuilder(pages);
            filled.forEach((name, value) -> text.append(text.isEmpty() ? "" : "\n")
                    .append(name)
                    .append(": ")
                    .append(value));
            return new PdfText(text.toString(), String.join("\n", names), document.getNumberOfPages() > mostPages);
        }
    }

    private static Map<String, String> filled(@Nullable PDAcroForm form, List<String> names) {
        Map<String, String> filled = new LinkedHashMap<>();
        if (form == null) {
            return filled;
        }
        int read = 0;
        for (PDField field : form.getFieldTree()) {
            if (++read > MOST_FIELDS) {
                break;
            }
            names.add(String.valueOf(field.getFullyQualifiedName()));
            String value = field instanceof PDTerminalField ? value(field) : "";
            if (!value.isEmpty()) {
                filled.putIfAbsent(name(field), value);
            }
        }
        return filled;
    }

    private static String value(PDField field) {
        if (field instanceof PDSignatureField || field instanceof PDPushButton) {
            return "";
        }
        String value = field.getValueAsString();
        boolean off = field instanceof PDButton && "Off".equals(value);
        if (value == null || off) {
            return "";
        }
        String line = value.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE);
    }

    /** Without the counters and page names that form designers put around a field's own name. */
    private static String name(PDField field) {
        return String.valueOf(field.getFullyQualifiedName())
                .replace("[0]", "")
                .replaceFirst("^(F|form1|topmostSubform)\\.", "")
                .replaceFirst("^(P|Page)\\d+\\.", "");
    }
}
