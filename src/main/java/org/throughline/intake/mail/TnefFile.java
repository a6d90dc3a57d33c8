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

    /** All that was packed; the text is readable and may be empty. */
    record Content(String text, List<Packed> files) {}

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
            return new Content(text(message).replace("\0", "").strip(), files);
        } catch (RuntimeException broken) {
            throw new IOException("winmail.dat cannot be read", broken);
        }
    }

    private static String text(HMEFMessage message) {
        String plain = string(message.getMessageMAPIAttribute(MAPIProperty.BODY));
        if (!plain.isBlank()) {
            return plain;
        }
        TNEFAttribute body = message.getMessageAttribute(TNEFProperty.ID_BODY);
        if (body != null && body.getData().length > 1) {
            return Charsets.decode(body.getData(), null);
        }
        MAPIAttribute html = message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML);
        if (html != null && html.getData().length > 0) {
            return HtmlText.of(Charsets.decode(html.getData(), null));
        }
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
