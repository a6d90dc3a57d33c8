package org.throughline.sandbox.mail.morning;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.springframework.web.util.HtmlUtils;
import org.throughline.sandbox.TextPdf;
import org.throughline.sandbox.mail.morning.SampleItem.SampleAttachment;

/** Makes real files of the samples' attachments. */
final class SampleFiles {

    private SampleFiles() {}

    static byte[] bytes(SampleAttachment attachment) throws IOException {
        String text = attachment.text() == null ? "" : attachment.text();
        String name = attachment.filename().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "pdf" -> TextPdf.of(text);
            case "xlsx" -> spreadsheet(text);
            case "png" -> image("png", attachment);
            case "jpg", "jpeg" -> image("jpg", attachment);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    /** A photograph stands for itself: a few shapes that differ from file to file. */
    private static byte[] image(String format, SampleAttachment attachment) throws IOException {
        BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0x00FFFFFF & attachment.hashCode()));
        graphics.fillRect(0, 0, 320, 200);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(20, 20, 280, 160);
        graphics.setColor(Color.DARK_GRAY);
        for (int y = 40; y < 170; y += 16) {
            graphics.drawLine(40, y, 280, y);
        }
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("No writer for " + format);
        }
        return out.toByteArray();
    }

    /** One sheet from comma-separated text. */
    private static byte[] spreadsheet(String text) throws IOException {
        StringBuilder rows = new StringBuilder();
        int number = 1;
        for (String line : text.strip().split("\n", -1)) {
            rows.append("<row r=\"").append(number).append("\">");
            List<String> cells = cells(line);
            for (int column = 0; column < cells.size(); column++) {
                rows.append("<c r=\"").append((char) ('A' + column)).append(number);
                rows.append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                rows.append(HtmlUtils.htmlEscapeDecimal(cells.get(column), "UTF-8"));
                rows.append("</t></is></c>");
            }
            rows.append("</row>");
            number++;
        }
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packages = "http://schemas.openxmlformats.org/package/2006/";
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + packages + "content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type + "sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + type
                            + "worksheet+xml\"/></Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + packages + "relationships\"><Relationship Id=\"rId1\" Type=\"" + office
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office
                            + "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"" + packages + "relationships\"><Relationship Id=\"rId1\" Type=\"" + office
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml)
                .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
