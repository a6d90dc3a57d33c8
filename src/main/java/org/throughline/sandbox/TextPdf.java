package org.throughline.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;

/** Plain text on pages of letter size. */
public final class TextPdf {

    private static final float FONT_SIZE = 10;
    private static final float LEADING = 14;
    private static final float MARGIN = 50;
    private static final int CHARACTERS_A_LINE = 95;

    private TextPdf() {}

    /** The file's bytes. */
    public static byte[] of(String text) throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream font = new ClassPathResource("fonts/LiberationSans-Regular.ttf").getInputStream()) {
            PDFont regular = PDType0Font.load(document, font);
            List<String> lines = lines(text);
            int linesAPage = (int) ((PDRectangle.LETTER.getHeight() - 2 * MARGIN) / LEADING);
            for (int start = 0; start == 0 || start < lines.size(); start += linesAPage) {
                page(document, regular, lines.subList(start, Math.min(start + linesAPage, lines.size())));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void page(PDDocument document, PDFont font, List<String> lines) throws IOException {
        PDPage page = new PDPage(PDRectangle.LETTER);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, FONT_SIZE);
            content.setLeading(LEADING);
            content.newLineAtOffset(MARGIN, PDRectangle.LETTER.getHeight() - MARGIN);
            for (String line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String rest = line.replaceAll("\\p{Cntrl}", " ");
            while (rest.length() > CHARACTERS_A_LINE) {
                int space = rest.lastIndexOf(' ', CHARACTERS_A_LINE);
                int end = space > 0 ? space : CHARACTERS_A_LINE;
                lines.add(rest.substring(0, end));
                rest = rest.substring(end).stripLeading();
            }
            lines.add(rest);
        }
        return lines;
    }
}
