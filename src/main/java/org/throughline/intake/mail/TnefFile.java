package org.throughline.intake.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.jspecify.annotations.Nullable;

/** What Outlook packed into a winmail.dat: the text as it was written, and the files. */
final class TnefFile {

    private static final int LARGEST = 64 * 1024 * 1024;

    static {
        TNEFAttribute.setMaxRecordLength(LARGEST);
        MAPIAttribute.setMaxRecordLength(LARGEST);
    }

    private TnefFile() {}

    /** A packed file. */
    record Packed(String name, byte[] bytes) {}

    /**
     * All that was packed; the text is readable and may be empty.
     *
     * @param hidden words of a page that its reader does not see
     */
    record Content(String text, String hidden, List<Packed> files) {}

    /**
     * Reads a file.
     *
     * @throws IOException if it is broken
     */
    static Content read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            HMEFMessage message = new HMEFMessage(in);
            List<Packed> files = new ArrayList<>();
            for (Attachment attachment : message.getAttachments()) {
                String longName = attachment.getLongFilename();
                String name = longName == null ? attachment.getFilename() : longName;
                files.add(new Packed(name == null ? "" : name.replace("\0", ""), attachment.getContents()));
            }
            HtmlText.Page page = page(message);
            return new Content(page.text().replace("\0", "").strip(), page.hidden(), files);
        } catch (RuntimeException broken) {
            throw new IOException("winmail.dat cannot be read", broken);
        }
    }

    private static HtmlText.Page page(HMEFMessage message) {
        MAPIAttribute html = message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML);
        String text = text(message);
        return text.isBlank() && html != null && html.getData().length > 0
                ? HtmlText.read(Charsets.decode(html.getData(), null))
                : new HtmlText.Page(text.isBlank() ? rich(message) : text, "", "");
    }

    private static String text(HMEFMessage message) {
        String plain = string(message.getMessageMAPIAttribute(MAPIProperty.BODY));
        if (!plain.isBlank()) {
            return plain;
        }
        TNEFAttribute body = message.getMessageAttribute(TNEFProperty.ID_BODY);
        return body != null && body.getData().length > 1 ? Charsets.decode(body.getData(), null) : "";
    }

    private static String rich(HMEFMessage message) {
        MAPIAttribute rtf = message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED);
        return rtf instanceof MAPIRtfAttribute packed
                ? RtfText.of(packed.getDataString().getBytes(StandardCharsets.ISO_8859_1))
                : "";
    }

    private static String string(@Nullable MAPIAttribute attribute) {
        if (attribute instanceof MAPIStringAttribute text) {
            String value = text.getDataString();
            return value == null ? "" : value;
        }
        return "";
    }
}
